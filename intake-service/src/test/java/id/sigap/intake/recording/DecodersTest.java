package id.sigap.intake.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import id.sigap.intake.decoding.Limits;
import id.sigap.intake.decoding.Undecodable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds whatever decodes. */
@Tag("quick")
class DecodersTest {

    @Test
    void aWavOfOddSamples_isMeasuredOrRefused_neverMore() {
        // Given
        byte[] head = "RIFF\u0024\0\0\0WAVEfmt \u0010\0\0\0\u0001\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0data\0\0\0\0"
                .getBytes(StandardCharsets.ISO_8859_1);
        // When, then
        assertThatThrownBy(() -> measured(head)).isInstanceOf(Undecodable.class);
    }

    @ParameterizedTest(name = "{0} Hz, {1} channels of {2} bits")
    @CsvSource({
        "2147483647, 8, 16",
        "2147483647, 1, 8",
        "-1, 8, 16",
        "8000, 65535, 8",
        "384001, 8, 32",
        "8000, 8, 65528",
        "1, 1, 8"
    })
    void aHeaderThatLies_sizesNothing(int rate, int channels, int bits) {
        // Given: all sizes at their most, and 5 kB of silence
        byte[] file = ByteBuffer.allocate(44 + 5_000)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(-1)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(-1)
                .array();
        long before = allocated();
        // When
        try {
            assertThat(measured(file).peaks()).hasSizeLessThanOrEqualTo(800);
        } catch (IOException refused) {
            assertThat(refused).isInstanceOf(Undecodable.class);
        }
        // Then
        assertThat(allocated() - before).isLessThan(8L * 1024 * 1024);
    }

    @Test
    void aLongCall_isMeasuredWithinTheSameRoom() throws IOException {
        // Given: an hour, silent but for its last second
        long bytes = 3600L * 8000 * 2;
        InputStream call = new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- <= 0 ? -1 : left < 16_000 ? 0x40 : 0;
            }
        };
        long before = allocated();
        // When
        Peaks peaks = Loudness.of(call, 8000, 1);
        // Then
        assertThat(peaks.durationMillis()).isEqualTo(3600L * 1000);
        assertThat(peaks.peaks()).hasSize(800).endsWith(128).startsWith(0);
        assertThat(allocated() - before).isLessThan(1024L * 1024);
    }

    @Test
    void aProgramsSound_isMeasured(@TempDir Path folder) throws IOException {
        // Given
        Path program = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\nhead -c 16000 /dev/zero\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        var decoder =
                new ForeignDecoder(Limits.around(program, Duration.ofSeconds(5)).ffmpegInside());
        // When
        Peaks peaks = decoder.peaks("audio/mpeg", InputStream::nullInputStream);
        // Then
        assertThat(peaks.durationMillis()).isEqualTo(1_000);
    }

    private static Peaks measured(byte[] file) throws IOException {
        return new WavDecoder().peaks("audio/wav", () -> new ByteArrayInputStream(file));
    }

    /** By this thread, since it began: in bytes. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
