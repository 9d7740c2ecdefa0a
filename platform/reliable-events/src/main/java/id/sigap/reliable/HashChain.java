package id.sigap.reliable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** SHA-256 over an entry and the hash before it: whoever changes, drops or reorders an entry breaks every hash after it. */
final class HashChain {

    private HashChain() {}

    static byte[] hash(
            byte[] previousHash,
            String subject,
            long version,
            UUID id,
            String topic,
            String type,
            Instant occurredAt,
            String actor,
            byte[] payload) {
        var bytes = new ByteArrayOutputStream(payload.length + 256);
        try (var out = new DataOutputStream(bytes)) {
            write(out, previousHash == null ? new byte[0] : previousHash);
            write(out, subject);
            out.writeLong(version);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
            write(out, topic);
            write(out, type);
            out.writeLong(occurredAt.toEpochMilli());
            write(out, actor);
            write(out, payload);
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
