package id.sigap.notifier.operators;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.OperatorCode;
import id.sigap.mail.MailAddress;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
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
                .withConverter(MailAddress.class, 200, MailAddress::new)
                .withMapping(OperatorsConfig.class)
                .withSources(new PropertiesConfigSource(file, "file", 275))
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(OperatorsConfig.class);
    }

    private static Optional<String> mailboxOf(OperatorCode operator, OperatorsConfig config) {
        return config.mailboxOf(operator).map(MailAddress::toString);
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
}
