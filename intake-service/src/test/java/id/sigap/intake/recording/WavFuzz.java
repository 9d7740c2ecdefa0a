package id.sigap.intake.recording;

import id.sigap.intake.decoding.Undecodable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** WAV, and sound whatever its rate and channels are said to be. */
public final class WavFuzz {

    private static final int HEAD = 5;

    private WavFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        try {
            drawable(new WavDecoder().peaks("audio/wav", () -> new ByteArrayInputStream(data)));
        } catch (Undecodable _) {
            // said so
        }
        if (data.length < HEAD) {
            return;
        }
        try {
            ByteBuffer said = ByteBuffer.wrap(data);
            var sound = new ByteArrayInputStream(data, HEAD, data.length - HEAD);
            drawable(Loudness.of(sound, said.getInt(), said.get()));
        } catch (Undecodable _) {
            // said so
        }
    }

    private static void drawable(Peaks peaks) {
        boolean drawn = peaks.durationMillis() >= 0
                && peaks.peaks().size() <= 800
                && peaks.peaks().stream().allMatch(peak -> peak >= 0 && peak <= 255);
        if (!drawn) {
            throw new IllegalStateException("not to be drawn: " + peaks);
        }
    }
}
