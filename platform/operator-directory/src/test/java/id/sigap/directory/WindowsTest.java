package id.sigap.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sigap.events.OperatorCode;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class WindowsTest {

    private static final OperatorCode TELKOMSEL = new OperatorCode("TELKOMSEL");
    private static final OperatorCode INDOSAT = new OperatorCode("INDOSAT");

    @Test
    void nothingSaid_isTwentyFourHours() {
        assertThat(windows(Map.of()).of(TELKOMSEL)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void anOperatorsOwnWindow_isItsOnly() {
        // When
        var windows = windows(Map.of("sigap.policy.window", "PT2H", "sigap.policy.operators.TELKOMSEL.window", "PT8S"));
        // Then
        assertThat(windows.of(TELKOMSEL)).isEqualTo(Duration.ofSeconds(8));
        assertThat(windows.of(INDOSAT)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void anOperatorInSmallLetters_isTheSame() {
        assertThat(windows(Map.of("sigap.policy.operators.telkomsel.window", "PT8S"))
                        .of(TELKOMSEL))
                .isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void anOperatorNobodyKnows_stopsTheService() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows(Map.of("sigap.policy.operators.TELKOMSE.window", "PT8S")))
                .withMessageContaining("sigap.policy.operators.TELKOMSE.window");
    }

    @Test
    void aWindowOfNothing_stopsTheService() {
        assertThatIllegalArgumentException().isThrownBy(() -> windows(Map.of("sigap.policy.window", "PT0S")));
    }

    private static Windows windows(Map<String, String> properties) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(WindowPolicy.class)
                .withDefaultValues(properties)
                .build();
        var directory = new OperatorDirectory(
                List.of(new Operator(TELKOMSEL, "Telkomsel"), new Operator(INDOSAT, "Indosat")),
                List.of(new Allocation("811", "Telkomsel", TELKOMSEL, Optional.empty(), Optional.empty())));
        return new Windows(config.getConfigMapping(WindowPolicy.class), directory);
    }
}
