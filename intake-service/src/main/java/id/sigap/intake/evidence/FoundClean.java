package id.sigap.intake.evidence;

import id.sigap.intake.filetype.FileType;
import java.util.UUID;

/** A piece may be looked at from now on. Fired inside the transaction that says so. */
public record FoundClean(UUID evidence, FileType type) {}
