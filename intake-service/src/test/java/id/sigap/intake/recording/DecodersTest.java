package id.sigap.intake.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.intake.testing.InstalledFfmpeg;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodersTest {

    @Test
    void aProgramThatNeverEnds_isEnded(@TempDir Path folder) throws IOException {
        // Given
        Ffmpeg stuck = ffmpeg(script(folder, "exec sleep 600"), Duration.ofSeconds(1));
        Instant begun = Instant.now();
        // When, then
        assertThatThrownBy(() -> stuck.peaks("audio/mpeg", new ByteArrayInputStream(new byte[100_000])))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(Loudness.Undecodable.class);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void theProgram_isGivenLimits_andNothingOfOurEnvironment(@TempDir Path folder) throws IOException {
        // Given: it gives a second of sound if all of this holds
        Path program = script(
                folder,
                "[ -z \"$HOME$JAVA_HOME\" ] && [ \"$(ulimit -v)\" = 1048576 ] && [ \"$(ulimit -t)\" = 6 ] && [ \"$(ulimit -f)\" = 0 ]"
                        + " && head -c 16000 /dev/zero");
        Ffmpeg limited = ffmpeg(program, Duration.ofSeconds(5));
        // When
        Peaks peaks = limited.peaks("audio/mpeg", new ByteArrayInputStream(new byte[0]));
        // Then
        assertThat(peaks.durationMillis()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
                "RIFF....WAVE"
            })
    void whatPointsElsewhere_isNotFollowed(String trick) {
        // Given
        Ffmpeg ffmpeg = ffmpeg(InstalledFfmpeg.require(), Duration.ofSeconds(10));
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

    @Test
    void aWavOfOddSamples_isMeasuredOrRefused_neverMore() {
        // Given
        byte[] head = "RIFF\u0024\0\0\0WAVEfmt \u0010\0\0\0\u0001\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0data\0\0\0\0"
                .getBytes(StandardCharsets.ISO_8859_1);
        // When, then
        assertThatThrownBy(() -> new WavDecoder().peaks("audio/wav", new ByteArrayInputStream(head)))
                .isInstanceOf(Loudness.Undecodable.class);
    }

    private static Path script(Path folder, String line) throws IOException {
        Path script = folder.resolve("ffmpeg");
        Files.writeString(script, "#!/bin/sh\n" + line + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Ffmpeg ffmpeg(Path program, Duration timeout) {
        return Ffmpeg.installed(new RecordingConfig() {
                    @Override
                    public Optional<Path> ffmpeg() {
                        return Optional.of(program);
                    }

                    @Override
                    public Duration decodeTimeout() {
                        return timeout;
                    }

                    @Override
                    public long ffmpegMemory() {
                        return 1L << 30;
                    }

                    @Override
                    public int atOnce() {
                        return 1;
                    }

                    @Override
                    public int longestNote() {
                        return 500;
                    }
                })
                .orElseThrow();
    }
}
