package id.sigap.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class ProductionSettingsTest {

    private static final String PROXIES = "quarkus.http.proxy.trusted-proxies";
    private static final List<String> SERVICES =
            List.of("intake-service", "verification-service", "ticket-service", "operator-notifier", "sla-monitor");

    /** What a deployer says in environment variables, over what the service's build brings along. */
    private static SmallRyeConfig config(String service, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withProfile("prod")
                .addDefaultInterceptors()
                .withSources(file("src/main/resources/META-INF/microprofile-config.properties", 80))
                .withSources(file("../../" + service + "/src/main/resources/application.properties", 250))
                .withSources(new EnvConfigSource(environment, 300))
                .build();
    }

    private static ConfigSource file(String path, int ordinal) {
        try {
            return new PropertiesConfigSource(Path.of(path).toUri().toURL(), ordinal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(String service, Map<String, String> environment) {
        return new ProductionSettings(config(service, environment)).faults();
    }

    private static List<String> needsOf(String service) {
        String prefix = "sigap.production.needs.";
        return StreamSupport.stream(config(service, Map.of()).getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    private static Map<String, String> everythingSaidTo(String service) {
        Map<String, String> environment = new HashMap<>();
        needsOf(service).forEach(name -> environment.put(variable(name), "said of " + name));
        environment.put(variable(PROXIES), "10.1.0.0/16, fd00::/8, 10.2.0.1");
        return environment;
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    static Stream<String> services() {
        return SERVICES.stream();
    }

    static Stream<Arguments> everyNeed() {
        return SERVICES.stream().flatMap(service -> needsOf(service).stream().map(name -> Arguments.of(service, name)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void everythingMissing_isNamedAtOnce(String service) {
        assertThat(faults(service, Map.of())).hasSameSizeAs(needsOf(service)).allSatisfy(fault -> assertThat(fault)
                .contains(" is not set (or "));
        assertThat(needsOf(service)).contains("kafka.bootstrap.servers", "quarkus.http.proxy.trusted-proxies");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void serviceThatWasToldEverything_starts(String service) {
        assertThat(faults(service, everythingSaidTo(service))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyNeed")
    void oneThatIsMissing_orBlank_isNamed_withItsVariable(String service, String name) {
        // Given
        var environment = everythingSaidTo(service);
        environment.put(variable(name), " ");
        // When
        var faults = faults(service, environment);
        // Then
        assertThat(faults).singleElement().asString().startsWith(name + " is not set (or " + variable(name) + "): ");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "quarkus.mailer.host",
                "quarkus.mailer.from",
                "sigap.intake.notice.tracking-page",
                "sigap.intake.clamav.host",
                "sigap.vault.master-key",
                "sigap.vault.hash-key",
                "sigap.vault.evidence-directory"
            })
    void whatIntakeCannotKnow_hasToBeSaid(String name) {
        assertThat(needsOf("intake-service")).contains(name);
    }

    @Test
    void whatOthersCannotKnow_hasToBeSaid() {
        assertThat(needsOf("operator-notifier"))
                .contains("quarkus.mailer.host", "quarkus.mailer.from", "sigap.delivery.public-url");
        assertThat(needsOf("verification-service"))
                .contains(
                        "sigap.verification.vault.url",
                        "sigap.verification.protected-numbers",
                        "quarkus.oidc.desk.token-state-manager.encryption-secret");
    }

    /** Quarkus takes them for names, and asks the DNS with each request. */
    @ParameterizedTest
    @ValueSource(strings = {"::1", "proxy.example", "10.1.0.0/16,fd00::1", "10.1.0.0/99"})
    void proxyThatIsNoAddress_isRefused(String proxies) {
        // Given
        var environment = everythingSaidTo("intake-service");
        environment.put(variable(PROXIES), proxies);
        // Then
        assertThat(faults("intake-service", environment))
                .singleElement()
                .asString()
                .startsWith(PROXIES);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "intake-service, sigap.vault.master-key, %dev.",
        "intake-service, sigap.vault.hash-key, %dev.",
        "intake-service, sigap.vault.master-key, %test.",
        "verification-service, quarkus.oidc.desk.token-state-manager.encryption-secret, %dev.",
        "verification-service, quarkus.oidc.desk.token-state-manager.encryption-secret, %test."
    })
    void secretOfTheRepository_isRefused_andNotShown(String service, String name, String profile) {
        // Given
        var environment = everythingSaidTo(service);
        String published =
                config(service, Map.of()).getConfigValue(profile + name).getValue();
        environment.put(variable(name), published);
        // When
        var faults = faults(service, environment);
        // Then
        assertThat(published).isNotBlank();
        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith(name + " is a secret that stands in the repository")
                .doesNotContain(published);
    }

    /** As {@code openssl rand -base64 32 > file} leaves it, and in the ways in which Base64 may be written. */
    @ParameterizedTest
    @ValueSource(strings = {"file", "blank behind", "no padding"})
    void secretOfTheRepository_isRefused_howeverItIsWritten(String how, @TempDir Path folder) throws IOException {
        // Given
        String name = "sigap.vault.master-key";
        String published = config("intake-service", Map.of())
                .getConfigValue("%dev." + name)
                .getValue();
        var environment = everythingSaidTo("intake-service");
        environment.put(
                variable(name),
                switch (how) {
                    case "file" -> "file:" + Files.writeString(folder.resolve("key"), published + "\n");
                    case "blank behind" -> published + " ";
                    default -> published.replace("=", "");
                });
        // Then
        assertThat(faults("intake-service", environment))
                .singleElement()
                .asString()
                .startsWith(name + " is a secret that stands in the repository");
    }

    @Test
    void twoSecretsThatAreOne_areRefused_whereverTheyLie(@TempDir Path folder) throws IOException {
        // Given
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        var environment = everythingSaidTo("intake-service");
        environment.put(variable("sigap.vault.master-key"), key);
        environment.put(
                variable("sigap.vault.hash-key"), "file:" + Files.writeString(folder.resolve("key"), key + "\n"));
        // Then
        assertThat(faults("intake-service", environment))
                .containsExactly("sigap.vault.hash-key and sigap.vault.master-key are one and the same secret:"
                        + " make each one of its own");
    }

    /** The key that signs is asked for minutes after the start; without it nothing would ever be signed. */
    @Test
    void secretInAFileThatIsNotThere_isRefused(@TempDir Path folder) {
        // Given
        var environment = everythingSaidTo("ticket-service");
        environment.put(variable("sigap.audit.signing-key"), "file:" + folder.resolve("nowhere"));
        // Then
        assertThat(faults("ticket-service", environment))
                .containsExactly("sigap.audit.signing-key names a file that can't be read");
    }

    @Test
    void probes_reachTheManagementPort_inProductionAlone() {
        assertThat(config("ticket-service", Map.of())
                        .getConfigValue("quarkus.management.host")
                        .getValue())
                .isEqualTo("0.0.0.0");
    }

    @Test
    void refusal_saysAllOfIt() {
        assertThat(new StartRefused(List.of("one", "another")))
                .hasMessage("this service does not start:\n  - one\n  - another");
    }
}
