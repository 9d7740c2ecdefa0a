package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("quick")
class ServiceSettingsTest {

    @TempDir
    private Path folder;

    private Stack stack;

    @BeforeEach
    void aStack() {
        stack = new Stack(StackFolder.at(folder), new PortPlan(9000), Secrets.in(folder.resolve("secrets")));
    }

    private Properties written(Replica replica, Map<String, String> overrides) throws Exception {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(ServiceSettings.write(stack, replica, overrides))) {
            settings.load(reader);
        }
        return settings;
    }

    @Test
    void aService_listensOnItsPorts_andWorksWithItsOwnDatabaseAndUser() throws Exception {
        assertThat(written(Service.TICKET.replica(1), Map.of()))
                .containsEntry("quarkus.http.port", "9003")
                .containsEntry("quarkus.http.host", "127.0.0.1")
                .containsEntry("quarkus.management.port", "9013")
                .containsEntry("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:9032/ticket")
                .containsEntry("quarkus.datasource.username", "ticket")
                .containsEntry("quarkus.flyway.username", "ticket_owner")
                .containsEntry("kafka.bootstrap.servers", "localhost:9092")
                .hasEntrySatisfying("kafka.sasl.jaas.config", jaas -> assertThat(jaas.toString())
                        .contains("username=\"ticket-service\""));
    }

    @Test
    void aSecondReplica_differsInNothingButItsName_andWhereItListens() throws Exception {
        // Given
        Properties first = written(Service.INTAKE.replica(1), Map.of());
        // When
        Properties second = written(Service.INTAKE.replica(2), Map.of());
        // Then
        assertThat(second)
                .containsEntry("sigap.replica.name", "intake-service-2")
                .containsEntry("quarkus.http.port", "9041")
                .containsEntry("quarkus.management.port", "9051");
        for (String own : List.of("sigap.replica.name", "quarkus.http.port", "quarkus.management.port")) {
            first.remove(own);
            second.remove(own);
        }
        assertThat(second).isEqualTo(first);
    }

    /** As a service's build and the platform's declare them. */
    private static Set<String> whatProductionNeeds(Service service) throws Exception {
        String prefix = "sigap.production.needs.";
        Properties declared = new Properties();
        for (String file : List.of(
                "../../platform/service-defaults/src/main/resources/META-INF/microprofile-config.properties",
                "../../" + service.id() + "/src/main/resources/application.properties")) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                declared.load(reader);
            }
        }
        return declared.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void aService_isToldAllThatProductionNeeds(Service service) throws Exception {
        assertThat(written(service.replica(1), Map.of()).stringPropertyNames())
                .containsAll(whatProductionNeeds(service));
    }

    @Test
    void overrides_win() throws Exception {
        assertThat(written(
                        Service.SLA.replica(1),
                        Map.of("quarkus.http.host", "0.0.0.0", "sigap.sla.at-risk-share", "0.5")))
                .containsEntry("quarkus.http.host", "0.0.0.0")
                .containsEntry("sigap.sla.at-risk-share", "0.5");
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheVault_knowsTheVaultsKeys(Service service) throws Exception {
        assertThat(written(service.replica(1), Map.of()).containsKey("sigap.vault.master-key"))
                .isEqualTo(service == Service.INTAKE);
    }

    @Test
    void theDesk_knowsWhereTheVaultIs_andSealsItsSessionsWithOneKey() throws Exception {
        // Given
        Properties first = written(Service.VERIFICATION.replica(1), Map.of());
        // When
        Properties second = written(Service.VERIFICATION.replica(2), Map.of());
        // Then
        String key = "quarkus.oidc.desk.token-state-manager.encryption-secret";
        assertThat(first).containsEntry("sigap.verification.vault.url", "http://localhost:9001");
        assertThat(first.getProperty(key)).hasSize(32).isEqualTo(second.getProperty(key));
    }

    @Test
    void settingsAndSecrets_areTheirOwnersAlone() throws Exception {
        // When
        Path settings = ServiceSettings.write(stack, Service.INTAKE.replica(1), Map.of());
        // Then
        for (Path file : new Path[] {settings, folder.resolve("secrets")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void secrets_stayTheSame() {
        // Given
        String password = stack.secrets().databaseUser(Service.INTAKE);
        // When
        String later = Secrets.in(folder.resolve("secrets")).databaseUser(Service.INTAKE);
        // Then
        assertThat(later).isEqualTo(password).hasSize(32);
        assertThat(stack.secrets().databaseOwner(Service.INTAKE)).isNotEqualTo(password);
    }
}
