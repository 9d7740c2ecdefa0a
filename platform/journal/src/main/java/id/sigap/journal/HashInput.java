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

/** What a row's hash is made of. Lengths stand before texts and bytes, so that no two rows read alike. */
final class HashInput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** @param value null is as empty */
    HashInput add(String value) {
        return add(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** @param value null is as empty */
    HashInput add(byte[] value) {
        byte[] given = value == null ? new byte[0] : value;
        return write(() -> {
            out.writeInt(given.length);
            out.write(given);
        });
    }

    HashInput add(long value) {
        return write(() -> out.writeLong(value));
    }

    HashInput add(UUID value) {
        return add(value.getMostSignificantBits()).add(value.getLeastSignificantBits());
    }

    HashInput add(Instant value) {
        return add(value.getEpochSecond()).write(() -> out.writeInt(value.getNano()));
    }

    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private HashInput write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
