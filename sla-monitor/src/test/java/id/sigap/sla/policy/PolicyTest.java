package id.sigap.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sigap.directory.Operator;
import id.sigap.directory.OperatorDirectory;
import id.sigap.events.OperatorCode;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class PolicyTest {

    @Test
    void withoutConfiguration_theWindowBeginsAtDelivery_andIsAtRiskAfterThreeQuarters() {
        // Given
        var policies = policies(Map.of());
        // When
        var policy = policies.of(new OperatorCode("INDOSAT"));
        // Then
        assertThat(policy).isEqualTo(new Policy(ClockStart.DELIVERED, new BigDecimal("0.75")));
    }

    @Test
    void operatorsOwnRule_overridesOnlyWhatItSays() {
        // Given
        var policies = policies(Map.of(
                "sigap.sla.at-risk-share", "0.9", "sigap.sla.operators.TELKOMSEL.clock-start", "EVIDENCE_COMPLETE"));
        // When
        var own = policies.of(new OperatorCode("TELKOMSEL"));
        // Then
        assertThat(own).isEqualTo(new Policy(ClockStart.EVIDENCE_COMPLETE, new BigDecimal("0.9")));
        assertThat(policies.of(new OperatorCode("XLSMART")).clockStart()).isEqualTo(ClockStart.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1", "1.01"})
    void share_outsideTheWindow_isRefusedAtStart(String share) {
        // Given
        var settings = Map.of("sigap.sla.at-risk-share", share);
        // When
        var thrown = assertThatIllegalArgumentException().isThrownBy(() -> policies(settings));
        // Then
        thrown.withMessageContaining("at-risk share");
    }

    @Test
    void share_worksOnWindowsOfAnyLength() {
        // Given
        var policy = new Policy(ClockStart.DELIVERED, new BigDecimal("0.75"));
        // When
        var ofSeconds = policy.untilAtRisk(Duration.ofSeconds(6));
        var ofDays = policy.untilAtRisk(Duration.ofDays(4));
        // Then
        assertThat(ofSeconds).isEqualTo(Duration.ofMillis(4500));
        assertThat(ofDays).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void ruleForAnOperatorNobodyKnows_stopsTheService() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies(Map.of("sigap.sla.operators.TELKOMSELL.at-risk-share", "0.5")))
                .withMessageContaining("sigap.sla.operators.TELKOMSELL");
    }

    @Test
    void operatorInSmallLetters_isTheSame() {
        assertThat(policies(Map.of("sigap.sla.operators.telkomsel.at-risk-share", "0.5"))
                        .own())
                .containsOnlyKeys(new OperatorCode("TELKOMSEL"));
    }

    private static Policies policies(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(SlaConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .withConverter(Duration.class, 500, text -> Duration.parse("PT" + text))
                .build()
                .getConfigMapping(SlaConfig.class);
        return new Policies(
                config,
                new OperatorDirectory(
                        List.of(new Operator(new OperatorCode("TELKOMSEL"), "PT Telekomunikasi Selular")), List.of()));
    }
}
