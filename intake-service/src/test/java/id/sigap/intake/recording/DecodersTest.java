package id.sigap.intake.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds whatever program decodes. */
@Tag("quick")
class DecodersTest {

    @Test
    void aProgramThatNeverEnds_isEnded(@TempDir Path folder) throws IOException {
        // Given
        Ffmpeg stuck = Limits.around(script(folder, "exec sleep 600"), Duration.ofMillis(200));
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
        Ffmpeg limited = Limits.around(program, Duration.ofSeconds(5));
        // When
        Peaks peaks = limited.peaks("audio/mpeg", new ByteArrayInputStream(new byte[0]));
        // Then
        assertThat(peaks.durationMillis()).isEqualTo(1_000);
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
}
