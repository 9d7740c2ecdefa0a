package id.sigap.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Broker and database in containers. */
record ContainerInfrastructure(KafkaContainer kafka, PostgreSQLContainer postgres) implements Infrastructure {

    private static final String MAX_CONNECTIONS = "max_connections=200";

    static ContainerInfrastructure start(Images images) {
        var kafka = new KafkaContainer(DockerImageName.parse(images.kafka()).asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        var postgres = new PostgreSQLContainer(
                        DockerImageName.parse(images.postgres()).asCompatibleSubstituteFor("postgres"))
                .withDatabaseName("postgres")
                .withCommand("postgres", "-c", MAX_CONNECTIONS);
        kafka.start();
        postgres.start();
        return new ContainerInfrastructure(kafka, postgres);
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), database);
    }

    @Override
    public Superuser superuser() {
        return new Superuser(postgres.getUsername(), postgres.getPassword());
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }
}
