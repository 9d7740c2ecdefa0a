package id.sigap.notifier.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.directory.Allocation;
import id.sigap.directory.Operator;
import id.sigap.directory.OperatorDirectory;
import id.sigap.events.OperatorCode;
import id.sigap.mail.MailAddress;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class OperatorsConfigTest {

    private static final OperatorCode TELKOMSEL = new OperatorCode("TELKOMSEL");
    private static final OperatorCode INDOSAT = new OperatorCode("INDOSAT");
    private static final String VARIABLE = "SIGAP_OPERATORS_TELKOMSEL_EMAIL";

    private static OperatorsConfig config(Map<String, String> file, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(OperatorsConfig.class)
                .withSources(new PropertiesConfigSource(file, "file", 275))
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(OperatorsConfig.class);
    }

    private static Optional<String> mailboxOf(OperatorCode operator, OperatorsConfig config) {
        return config.mailboxOf(operator).flatMap(OperatorMailbox::address).map(MailAddress::toString);
    }

    @Test
    void mailbox_isTakenFromTheEnvironment() {
        // When
        var config = config(Map.of(), Map.of(VARIABLE, "block@telkomsel.example"));
        // Then
        assertThat(mailboxOf(TELKOMSEL, config))
                .hasValueSatisfying(mailbox -> assertThat(mailbox).contains("block@telkomsel.example"));
        assertThat(mailboxOf(INDOSAT, config)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TELKOMSEL", "telkomsel", "Telkomsel"})
    void operator_isKnownInEitherCase(String name) {
        assertThat(mailboxOf(
                        TELKOMSEL,
                        config(Map.of("sigap.operators." + name + ".email", "block@telkomsel.example"), Map.of())))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TELKOMSEL", "telkomsel"})
    void environment_winsOverAFile(String name) {
        // When
        var config = config(
                Map.of("sigap.operators." + name + ".email", "old@telkomsel.example"),
                Map.of(VARIABLE, "new@telkomsel.example"));
        // Then
        assertThat(mailboxOf(TELKOMSEL, config))
                .hasValueSatisfying(mailbox -> assertThat(mailbox).contains("new@telkomsel.example"));
    }

    @Test
    void whoTakesNoMail_isSaidToTakeNone() {
        // When
        var config = config(Map.of("sigap.operators.TELKOMSEL.email", "none"), Map.of());
        // Then
        assertThat(config.takesNoMail(TELKOMSEL)).isTrue();
        assertThat(config.takesNoMail(INDOSAT)).isFalse();
        assertThat(mailboxOf(TELKOMSEL, config)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@x.example,b@x.example", "None"})
    void whatIsNoMailbox_stopsTheService(String said) {
        assertThatThrownBy(() -> config(Map.of("sigap.operators.TELKOMSEL.email", said), Map.of()))
                .hasStackTraceContaining("sigap.operators.TELKOMSEL.email");
    }

    /** Before, each mail to it failed, and nothing else showed it. */
    @Test
    void misspeltOperator_andTheOneItWasMeantFor_areNamed() {
        // Given
        var config = config(
                Map.of("sigap.operators.INDOSAT.email", "none"),
                Map.of("SIGAP_OPERATORS_TELKOMSELL_EMAIL", "block@telkomsel.example"));
        // When
        var faults = faults(config);
        // Then
        assertThat(faults).hasSize(2);
        assertThat(faults.getFirst())
                .startsWith("sigap.operators.telkomsell: the directory knows no such operator")
                .endsWith("INDOSAT, TELKOMSEL");
        assertThat(faults.getLast())
                .startsWith("sigap.operators.TELKOMSEL.email is not set (or SIGAP_OPERATORS_TELKOMSEL_EMAIL)");
    }

    @Test
    void operatorOfOldDays_needsNoMailbox_andMayHaveOne() {
        // Given
        var known = Map.of(
                "sigap.operators.TELKOMSEL.email", "block@telkomsel.example", "sigap.operators.INDOSAT.email", "none");
        var more = new HashMap<>(known);
        more.put("sigap.operators.XL.email", "block@xl.example");
        // Then
        assertThat(faults(config(known, Map.of()))).isEmpty();
        assertThat(faults(config(more, Map.of()))).isEmpty();
    }

    private static List<String> faults(OperatorsConfig config) {
        var merger = LocalDate.of(2025, 4, 16);
        var directory = new OperatorDirectory(
                Stream.of("TELKOMSEL", "INDOSAT", "XL")
                        .map(code -> new Operator(new OperatorCode(code), code))
                        .toList(),
                List.of(
                        new Allocation("811", "Telkomsel", TELKOMSEL, Optional.empty(), Optional.empty()),
                        new Allocation("814", "Indosat", INDOSAT, Optional.empty(), Optional.empty()),
                        new Allocation("817", "XL", new OperatorCode("XL"), Optional.empty(), Optional.of(merger))));
        return OperatorsCheck.faults(config, directory, merger.plusYears(1));
    }
}
