package id.sigap.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.service.Refusal;
import id.sigap.service.TooManyRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class KeptFormTest {

    private static final Instant NOW = Instant.parse("2026-11-30T16:55:00Z");

    private final KeptForm typed = KeptForm.of(Map.of("text", "Halo?"));

    @Test
    void nobodyIsToldToWait_whoHasWaited() {
        // When
        KeptForm refused = typed.refused(new TooManyRequests("too-fast", Duration.ofMinutes(1)), "text", NOW);
        // Then
        assertThat(refused.at(NOW.plusSeconds(59))).isEqualTo(refused);
        assertThat(refused.at(NOW.plusSeconds(60))).isEqualTo(typed);
    }

    @Test
    void whatIsWrong_staysWrong() {
        // When
        KeptForm refused = typed.refused(Refusal.field("text", "required"), "text", NOW);
        // Then
        assertThat(refused.until()).isEmpty();
        assertThat(refused.at(NOW.plus(Duration.ofDays(1)))).isEqualTo(refused);
        assertThat(refused.of("text")).isEqualTo("Halo?");
    }
}
