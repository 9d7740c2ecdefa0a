package id.sigap.intake.evidence;

import id.sigap.service.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A part of an upload, a whole file on its way in, and the range that somebody asks for of one. */
public final class UploadFuzz {

    private static final int ROOM = 4096;

    private UploadFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        for (Taken taken : Taken.values()) {
            part(data, taken);
            file(data, taken);
        }
        try {
            ByteRange.read(new String(data, StandardCharsets.ISO_8859_1), ROOM).ifPresent(range -> {
                if (range.first() < 0 || range.last() >= ROOM || range.length() < 1) {
                    throw new IllegalStateException("no such bytes: " + range);
                }
            });
        } catch (Refusal _) {
            // said so
        }
    }

    private static void part(byte[] data, Taken taken) {
        var kept = new ByteArrayOutputStream();
        try {
            long came = new Arriving(new ByteArrayInputStream(data), ROOM).through(kept, Optional.of(taken));
            if (came > ROOM || kept.size() != came) {
                throw new IllegalStateException(came + " of " + ROOM + " kept as " + kept.size());
            }
        } catch (StoreFailure e) {
            throw new IllegalStateException("memory takes everything", e);
        } catch (Refusal _) {
            // said so
        }
    }

    private static void file(byte[] data, Taken taken) throws IOException {
        try {
            new Sealing(ROOM).through(OutputStream.nullOutputStream(), new ByteArrayInputStream(data), taken);
        } catch (Refusal _) {
            // said so
        }
    }
}
