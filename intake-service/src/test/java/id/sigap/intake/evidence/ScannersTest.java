package id.sigap.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.report.EvidenceCheck;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class ScannersTest {

    @Test
    void whoSaysThatThereIsNone_hasTypesCheckedAlone() throws Exception {
        // When
        var verdict = new Scanners()
                .scanner(new Configured("none"))
                .scan(InputStream.nullInputStream(), Duration.ofSeconds(1));
        // Then
        assertThat(verdict).isEqualTo(new Scanner.Verdict.Clean(EvidenceCheck.TYPE_ONLY));
    }

    @Test
    void whoNamesAHost_hasItAsked() {
        assertThat(new Scanners().scanner(new Configured("clamav"))).isInstanceOf(ClamAv.class);
    }

    private record Configured(String said) implements ClamAvConfig {

        @Override
        public Optional<String> host() {
            return Optional.of(said);
        }

        @Override
        public int port() {
            return 3310;
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longestScan() {
            return Duration.ofSeconds(1);
        }
    }
}
