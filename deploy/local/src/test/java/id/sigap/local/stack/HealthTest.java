package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class HealthTest {

    private static final String METRICS = """
            # TYPE sigap_journal_pending gauge
            sigap_journal_pending{shard="0"} 2.0
            sigap_journal_pending{shard="1"} 3.0
            sigap_journal_pending_age_seconds 17.5
            sigap_inbox_dead NaN
            """;

    @Test
    void aMetric_isSummedOverItsLabels_andNotOverItsNamesakes() {
        assertThat(Health.sum(METRICS, "sigap_journal_pending")).contains(5L);
    }

    @Test
    void aMetricThatIsAbsentOrUnknown_isNoNumber() {
        assertThat(Health.sum(METRICS, "sigap_relay")).isEmpty();
        assertThat(Health.sum(METRICS, "sigap_inbox_dead")).isEmpty();
    }
}
