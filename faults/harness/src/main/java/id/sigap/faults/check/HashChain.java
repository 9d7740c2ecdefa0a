package id.sigap.faults.check;

import id.sigap.faults.check.snapshot.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The journal's hash, computed anew from its description: SHA-256 over the hash before (empty for the first), subject, version, id,
 * topic, type, time in seconds and nanoseconds, actor, payload and trace parent (empty if none); what has no fixed length has its length before it, numbers are big-endian.
 * Written apart from the services' own on purpose: a checker that shares code shares mistakes.
 */
final class HashChain {

    private HashChain() {}

    static byte[] hash(Entry entry) {
        MessageDigest sha256 = sha256();
        UUID id = UUID.fromString(entry.id());
        bytes(sha256, entry.previousHash() == null ? new byte[0] : entry.previousHash());
        text(sha256, entry.subject());
        sha256.update(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(entry.version())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
        text(sha256, entry.topic());
        text(sha256, entry.type());
        sha256.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(entry.occurredAt().getEpochSecond())
                .putInt(entry.occurredAt().getNano())
                .flip());
        text(sha256, entry.actor());
        bytes(sha256, entry.payload());
        text(sha256, entry.traceParent() == null ? "" : entry.traceParent());
        return sha256.digest();
    }

    private static void text(MessageDigest sha256, String text) {
        bytes(sha256, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(MessageDigest sha256, byte[] bytes) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        sha256.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
