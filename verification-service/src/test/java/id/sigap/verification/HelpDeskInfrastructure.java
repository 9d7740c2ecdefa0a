package id.sigap.verification;

import id.sigap.events.OperatorCode;
import id.sigap.infrastructure.BrokerSettings;
import id.sigap.infrastructure.IdentityProvider;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.PostgresServer;
import id.sigap.infrastructure.ServiceDatabase;
import id.sigap.infrastructure.SigapTopics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real broker, database and identity provider under the service. */
public class HelpDeskInfrastructure implements QuarkusTestResourceLifecycleManager {

    private static final ServiceDatabase DATABASE = new ServiceDatabase("verification", "owner-password", "password");

    private PostgresServer postgres;
    private KafkaBroker kafka;
    private IdentityProvider identity;

    @Override
    public Map<String, String> start() {
        Path folder = newFolder();
        postgres = PostgresServer.start(folder.resolve("postgres"), 0);
        postgres.createService(DATABASE);
        kafka = KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")));
        kafka.createTopics(SigapTopics.forOperators(List.of(new OperatorCode("TELKOMSEL")), 3));
        identity = IdentityProvider.start(0);
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE.name()),
                "quarkus.datasource.username", DATABASE.name(),
                "quarkus.datasource.password", DATABASE.password(),
                "quarkus.flyway.username", DATABASE.owner(),
                "quarkus.flyway.password", DATABASE.ownerPassword(),
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "quarkus.oidc.auth-server-url", identity.issuerUrl());
    }

    @Override
    public void stop() {
        if (identity != null) {
            identity.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("sigap-verification");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
