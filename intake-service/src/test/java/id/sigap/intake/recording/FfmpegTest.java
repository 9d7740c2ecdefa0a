package id.sigap.intake.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.intake.testing.InstalledFfmpeg;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's own ffmpeg, and what it writes. */
@Tag("service")
class FfmpegTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
                "RIFF....WAVE"
            })
    void whatPointsElsewhere_isNotFollowed(String trick) {
        // Given
        Ffmpeg ffmpeg = Limits.around(InstalledFfmpeg.require(), Duration.ofSeconds(10));
        var recording = new ByteArrayInputStream(trick.getBytes(StandardCharsets.US_ASCII));
        // When, then
        assertThatThrownBy(() -> ffmpeg.peaks("audio/ogg", recording)).isInstanceOf(Loudness.Undecodable.class);
    }

    @Test
    void anIndexThatIsSpoilt_isNoReasonToFail() throws IOException {
        // Given
        byte[] recording = InstalledFfmpeg.call("m4a");
        var dice = RandomGenerator.of("L64X128MixRandom");
        for (int round = 0; round < 2_000; round++) {
            byte[] spoilt = recording.clone();
            for (int i = 0; i < 8; i++) {
                spoilt[dice.nextInt(spoilt.length)] = (byte) dice.nextInt();
            }
            // When, then
            try {
                assertThat(Mp4Order.indexFirst(spoilt)).hasSize(spoilt.length);
            } catch (Loudness.Undecodable _) {
                // said so
            }
        }
    }
}
