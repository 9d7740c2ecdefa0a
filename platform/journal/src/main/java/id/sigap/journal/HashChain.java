package id.sigap.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * SHA-256 over an entry and the hash before it: whoever changes, drops or reorders an entry breaks every hash after it. It covers every
 * column but {@code recorded_at}, which the database sets after the entry is made and which says nothing about what happened.
 */
public final class HashChain {

    private HashChain() {}

    /**
     * @param previousHash null for version 1
     * @param traceParent may be null
     */
    public static byte[] hash(
            byte[] previousHash,
            String subject,
            long version,
            UUID id,
            String topic,
            String type,
            Instant occurredAt,
            String actor,
            byte[] payload,
            String traceParent) {
        var bytes = new ByteArrayOutputStream(payload.length + 384);
        try (var out = new DataOutputStream(bytes)) {
            write(out, previousHash == null ? new byte[0] : previousHash);
            write(out, subject);
            out.writeLong(version);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
            write(out, topic);
            write(out, type);
            out.writeLong(occurredAt.getEpochSecond());
            out.writeInt(occurredAt.getNano());
            write(out, actor);
            write(out, payload);
            write(out, traceParent == null ? "" : traceParent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lengths stand before the bytes, so that no two entries read alike. */
    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
