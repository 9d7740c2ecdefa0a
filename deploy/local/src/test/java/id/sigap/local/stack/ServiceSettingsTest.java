package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.local.service.Service;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceSettingsTest {

    @TempDir
    private Path folder;

    private Stack stack;

    @BeforeEach
    void aStack() {
        stack = new Stack(StackFolder.at(folder), new PortPlan(9000), Secrets.in(folder.resolve("secrets")));
    }

    private Properties written(Service service, Map<String, String> overrides) throws Exception {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(ServiceSettings.write(stack, service, overrides))) {
            settings.load(reader);
        }
        return settings;
    }

    @Test
    void aService_listensOnItsPorts_andWorksWithItsOwnDatabaseAndUser() throws Exception {
        assertThat(written(Service.TICKET, Map.of()))
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
    void overrides_win() throws Exception {
        assertThat(written(Service.SLA, Map.of("quarkus.http.host", "0.0.0.0", "sigap.sla.at-risk-share", "0.5")))
                .containsEntry("quarkus.http.host", "0.0.0.0")
                .containsEntry("sigap.sla.at-risk-share", "0.5");
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheVault_knowsTheVaultsKeys(Service service) throws Exception {
        assertThat(written(service, Map.of()).containsKey("sigap.vault.master-key"))
                .isEqualTo(service == Service.INTAKE);
    }

    @Test
    void settingsAndSecrets_areTheirOwnersAlone() throws Exception {
        // When
        Path settings = ServiceSettings.write(stack, Service.INTAKE, Map.of());
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
