package id.sigap.intake.evidence;

import java.util.List;
import java.util.UUID;

/** Rows are gone whose blobs still lie in the store: unreadable, for their key is gone too, or of no use any more. */
public record BlobsOrphaned(List<UUID> names) {}
