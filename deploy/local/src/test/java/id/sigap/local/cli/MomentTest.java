package id.sigap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

@Tag("quick")
class MomentTest {

    private final Moment moment = new Moment();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"30m, 1800", "2h, 7200", "1d, 86400"})
    void aSpan_isAgo(String text, long seconds) {
        assertThat(moment.convert(text)).isCloseTo(Instant.now().minusSeconds(seconds), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void aTime_isHere_orWhereItSays() {
        assertThat(moment.convert("2026-11-26T10:00:00Z")).isEqualTo(Instant.parse("2026-11-26T10:00:00Z"));
        assertThat(moment.convert("2026-11-26T10:00+07:00")).isEqualTo(Instant.parse("2026-11-26T03:00:00Z"));
        assertThat(moment.convert("2026-11-26T10:00"))
                .isEqualTo(LocalDateTime.of(2026, 11, 26, 10, 0)
                        .atZone(ZoneId.systemDefault())
                        .toInstant());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"yesterday", "10:00", "30", "", "2026-13-01T10:00"})
    void whatIsNoTime_isRefused_withExamples(String text) {
        assertThatThrownBy(() -> moment.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("30m");
    }
}
