package id.sigap.intake.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way in.
 *
 * @param offset where the next part begins
 * @param expiresAt when it is forgotten, unless it goes on before
 */
public record UploadView(UUID upload, long sizeBytes, long offset, Instant expiresAt) {}
