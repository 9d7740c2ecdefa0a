package id.sigap.verification.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.verification.casework.Priority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class FirstDecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-27T05:00:00Z");

    /** The defaults. */
    private static final FirstDecision AIM = new FirstDecision(new FirstDecisionConfig() {
        @Override
        public Duration moneyLost() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration severalReports() {
            return Duration.ofHours(4);
        }

        @Override
        public Duration normal() {
            return Duration.ofHours(24);
        }
    });

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "MONEY_LOST, PT44M, ON_TIME",
        "MONEY_LOST, PT45M, SOON",
        "MONEY_LOST, PT1H, SOON",
        "MONEY_LOST, PT61M, LATE",
        "SEVERAL_REPORTS, PT2H, ON_TIME",
        "SEVERAL_REPORTS, PT3H, SOON",
        "SEVERAL_REPORTS, PT5H, LATE",
        "NORMAL, PT17H, ON_TIME",
        "NORMAL, PT20H, SOON",
        "NORMAL, PT25H, LATE",
    })
    void aCase_standsByItsAge_againstTheAimOfItsPriority(Priority priority, Duration age, Timeliness expected) {
        assertThat(AIM.of(priority, NOW.minus(age), NOW)).isEqualTo(expected);
    }
}
