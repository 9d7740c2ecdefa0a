package id.sigap.intake.recording;

import id.sigap.intake.decoding.Ffmpeg;
import id.sigap.intake.decoding.Undecodable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Measures sound as it comes by, as {@link Ffmpeg#samples} gives it. What is held in memory doesn't grow with the recording. */
final class Loudness {

    private static final int PARTS = 800;
    /** A recording is measured this often before its length is known. */
    private static final int PER_SECOND = 100;

    private static final long LONGEST_SECONDS = 24 * 60 * 60;
    private static final int BYTES = 2;

    /** The loudest moment of each stretch; where there is no room for more, two become one twice as long. */
    private final int[] stretches = new int[2 * PARTS];

    private int count;
    private int stepsEach = 1;
    private int stepsOfLast;

    private Loudness() {}

    /** @throws Undecodable if there is none, or it goes on for more than a day */
    static Peaks of(InputStream sound) throws IOException {
        long perSecond = (long) Ffmpeg.RATE * BYTES;
        var in = new BufferedInputStream(sound, 64 * 1024);
        var loudness = new Loudness();
        byte[] step = new byte[Ffmpeg.RATE / PER_SECOND * BYTES];
        long bytes = 0;
        for (int read = in.readNBytes(step, 0, step.length); read > 0; read = in.readNBytes(step, 0, step.length)) {
            bytes += read;
            loudness.add(loudest(step, read));
            if (bytes > LONGEST_SECONDS * perSecond) {
                throw new Undecodable();
            }
        }
        if (bytes == 0) {
            throw new Undecodable();
        }
        return new Peaks(bytes * 1000 / perSecond, loudness.parts());
    }

    private static int loudest(byte[] samples, int length) {
        int loudest = 0;
        for (int i = 0; i + 1 < length; i += BYTES) {
            loudest = Math.max(loudest, Math.abs((samples[i] & 0xFF) | samples[i + 1] << 8));
        }
        return Math.min(255, loudest >> 7);
    }

    private void add(int step) {
        if (stepsOfLast == stepsEach || count == 0) {
            if (count == stretches.length) {
                halve();
            }
            count++;
            stepsOfLast = 0;
            stretches[count - 1] = 0;
        }
        stepsOfLast++;
        stretches[count - 1] = Math.max(stretches[count - 1], step);
    }

    private void halve() {
        count /= 2;
        for (int i = 0; i < count; i++) {
            stretches[i] = Math.max(stretches[2 * i], stretches[2 * i + 1]);
        }
        stepsEach *= 2;
    }

    private List<Integer> parts() {
        int size = Math.min(PARTS, count);
        List<Integer> parts = new ArrayList<>(size);
        for (int part = 0; part < size; part++) {
            int loudest = 0;
            for (int i = part * count / size; i < (part + 1) * count / size; i++) {
                loudest = Math.max(loudest, stretches[i]);
            }
            parts.add(loudest);
        }
        return List.copyOf(parts);
    }
}
