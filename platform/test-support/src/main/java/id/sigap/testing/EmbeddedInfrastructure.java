package id.sigap.testing;

import id.sigap.infrastructure.BrokerSettings;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.PostgresServer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Broker and database as child processes. */
record EmbeddedInfrastructure(KafkaBroker kafka, PostgresServer postgres) implements Infrastructure {

    /** Starts both at once over the folder. */
    static EmbeddedInfrastructure start(Path folder) {
        // not the common pool: its threads don't have the test's class loader
        var postgres = CompletableFuture.supplyAsync(
                () -> PostgresServer.start(folder.resolve("postgres"), 0),
                task -> Thread.ofPlatform().start(task));
        var kafka = KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")).flushed(false));
        return new EmbeddedInfrastructure(kafka, postgres.join());
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    @Override
    public Superuser superuser() {
        return new Superuser("postgres", "");
    }

    /** In good order: what was written is read back by nobody, but a crash would fill the log. */
    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
