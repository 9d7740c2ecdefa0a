package id.sigap.faults.check.snapshot;

import java.time.Instant;

/** A file in the folder of evidence. */
public record Blob(String name, long sealedBytes, Instant modifiedAt) {}
