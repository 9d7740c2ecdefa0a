package id.sigap.intake.recording;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Measures sound as it comes by: samples of 16 bits, little-endian, interleaved by channel. */
final class Loudness {

    private static final int PARTS = 800;
    /** A recording is measured this often before its length is known. */
    private static final int PER_SECOND = 100;

    private static final int LONGEST_SECONDS = 24 * 60 * 60;
    private static final int BYTES = 2;

    private Loudness() {}

    /** @throws Undecodable if it goes on for more than a day: no call does */
    static Peaks of(InputStream sound, int rate, int channels) throws IOException {
        var in = new BufferedInputStream(sound, 64 * 1024);
        var steps = new ByteArrayOutputStream();
        byte[] step = new byte[Math.max(1, rate / PER_SECOND) * channels * BYTES];
        long bytes = 0;
        for (int read = in.readNBytes(step, 0, step.length); read > 0; read = in.readNBytes(step, 0, step.length)) {
            bytes += read;
            steps.write(loudest(step, read));
            if (steps.size() > LONGEST_SECONDS * PER_SECOND) {
                throw new Undecodable();
            }
        }
        return new Peaks(bytes * 1000 / ((long) rate * channels * BYTES), parts(steps.toByteArray()));
    }

    private static int loudest(byte[] samples, int length) {
        int loudest = 0;
        for (int i = 0; i + 1 < length; i += BYTES) {
            loudest = Math.max(loudest, Math.abs((samples[i] & 0xFF) | samples[i + 1] << 8));
        }
        return Math.min(255, loudest >> 7);
    }

    private static List<Integer> parts(byte[] steps) {
        int count = Math.min(PARTS, steps.length);
        List<Integer> parts = new ArrayList<>(count);
        for (int part = 0; part < count; part++) {
            int loudest = 0;
            int end = (int) ((long) (part + 1) * steps.length / count);
            for (int i = (int) ((long) part * steps.length / count); i < end; i++) {
                loudest = Math.max(loudest, steps[i] & 0xFF);
            }
            parts.add(loudest);
        }
        return List.copyOf(parts);
    }

    /** It is no sound, or not one that ends. Nothing is said of what stood in it. */
    static final class Undecodable extends IOException {

        Undecodable() {
            super("not to be decoded");
        }
    }
}
