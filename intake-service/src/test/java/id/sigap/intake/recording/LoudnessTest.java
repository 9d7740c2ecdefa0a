package id.sigap.intake.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import id.sigap.intake.decoding.Ffmpeg;
import id.sigap.intake.decoding.Undecodable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class LoudnessTest {

    @Test
    void aLongCall_isMeasuredWithinTheSameRoom() throws IOException {
        // Given: an hour, silent but for its last second
        long bytes = 3600L * Ffmpeg.RATE * 2;
        InputStream call = new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- <= 0 ? -1 : left < 16_000 ? 0x40 : 0;
            }
        };
        long before = allocated();
        // When
        Peaks peaks = Loudness.of(call);
        // Then
        assertThat(peaks.durationMillis()).isEqualTo(3600L * 1000);
        assertThat(peaks.peaks()).hasSize(800).endsWith(128).startsWith(0);
        assertThat(allocated() - before).isLessThan(1024L * 1024);
    }

    @Test
    void noSound_hasNoWaveform() {
        assertThatThrownBy(() -> Loudness.of(InputStream.nullInputStream())).isInstanceOf(Undecodable.class);
    }

    /** By this thread, since it began: in bytes. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
