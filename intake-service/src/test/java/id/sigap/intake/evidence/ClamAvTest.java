package id.sigap.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.events.report.EvidenceCheck;
import id.sigap.intake.testing.FakeClamAv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Whatever the daemon does, whoever asks has an answer within the time given. */
@Tag("quick")
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ClamAvTest {

    private static final Duration WITHIN = Duration.ofMillis(500);

    /** More than sockets hold back. */
    private static final int LARGE = 20 * 1024 * 1024;

    @Test
    void daemonThatNeverReads_isGivenUp() throws IOException {
        var scanner = asking(FakeClamAv.thatNeverReads());
        assertThatThrownBy(() -> scanner.scan(file(LARGE), WITHIN)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void daemonThatAnswersTooLate_isGivenUp() throws IOException {
        var scanner = asking(FakeClamAv.thatAnswersAfter(Duration.ofSeconds(5)));
        assertThatThrownBy(() -> scanner.scan(file(100), WITHIN)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void daemonThatAnswersLate_isHeard_ifThereIsTime() throws IOException {
        var scanner = asking(FakeClamAv.thatAnswersAfter(WITHIN));
        assertThat(scanner.scan(file(100), Duration.ofSeconds(10)))
                .isEqualTo(new Scanner.Verdict.Clean(EvidenceCheck.SCANNED));
    }

    @Test
    void daemonThatIsNotThere_isAway() throws IOException {
        int nobodys;
        try (var once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodys = once.getLocalPort();
        }
        var scanner = new ClamAv("127.0.0.1", nobodys, WITHIN);
        assertThatThrownBy(() -> scanner.scan(file(100), WITHIN)).isInstanceOf(Scanner.ScannerAway.class);
    }

    /** It stands in a log. */
    @Test
    void nameOfWhatWasFound_isNoLineOfTheDaemons() throws IOException {
        assertThat(asking(FakeClamAv.thatSays("stream: Win.Test.EICAR_HDB-1 FOUND"))
                        .scan(file(100), WITHIN))
                .isEqualTo(new Scanner.Verdict.Infected("Win.Test.EICAR_HDB-1"));
        assertThat(asking(FakeClamAv.thatSays("stream: x\n2026-12-01 ERROR forged FOUND"))
                        .scan(file(100), WITHIN))
                .isEqualTo(new Scanner.Verdict.Infected("a name that is none"));
    }

    private static ClamAv asking(FakeClamAv daemon) {
        return new ClamAv("127.0.0.1", daemon.port(), WITHIN);
    }

    private static InputStream file(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }
}
