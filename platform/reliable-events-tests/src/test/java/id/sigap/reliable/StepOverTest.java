package id.sigap.reliable;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.TopicSpec;
import id.sigap.repair.StepOver;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A record that ends whoever reads it is stepped over by a person; the next start goes on behind it. */
@Tag("service")
class StepOverTest {

    private static final TestDatabase DATABASE = LibraryTables.in("steps");

    private final TopicPartition partition = new TopicPartition("sigap.steps-" + UUID.randomUUID(), 0);
    private KafkaConsumer<String, byte[]> consumer;
    private Rewind rewind;

    @BeforeEach
    void threeRecords() {
        Map<String, Object> kafka = Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers());
        KafkaBroker.createTopics(
                Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers()),
                List.of(TopicSpec.kept(partition.topic(), 1)));
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 3; i++) {
                producer.send(new ProducerRecord<>(partition.topic(), "k", new byte[] {(byte) i}));
            }
        }
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        SharedInfrastructure.bootstrapServers(),
                        "group.id",
                        partition.topic(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        var source = new PGSimpleDataSource();
        source.setUrl(DATABASE.jdbcUrl());
        source.setUser(DATABASE.roles().name());
        source.setPassword(DATABASE.roles().password());
        rewind = new Rewind(source, null);
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    /** Where a start goes on. */
    private long start() {
        rewind.onPartitionsAssigned(consumer, List.of(partition));
        return consumer.position(partition);
    }

    private long stepOver(long offset) throws SQLException {
        try (var connection = DATABASE.asService()) {
            return new StepOver(connection).over(new StepOver.Place(partition.topic(), 0, offset), "ends its reader");
        }
    }

    private void handled(long next, long committed) throws SQLException {
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(committed)));
        try (var connection = DATABASE.asService();
                var insert = connection.prepareStatement("insert into bookmark values (?, 0, ?, 0)")) {
            insert.setString(1, partition.topic());
            insert.setLong(2, next);
            insert.executeUpdate();
        }
    }

    @Test
    void nextRecord_isSteppedOver() throws SQLException {
        // Given
        handled(1, 1);
        // When
        assertThat(stepOver(1)).isEqualTo(1);
        // Then
        assertThat(start()).isEqualTo(2);
    }

    @Test
    void firstRecordOfAPartition_isSteppedOver() throws SQLException {
        // When
        assertThat(stepOver(0)).isZero();
        // Then
        assertThat(start()).isEqualTo(1);
    }

    @Test
    void kafkasOwnOffset_thatLagsBehindTheDatabase_doesNotLeadBackToIt() throws SQLException {
        // Given
        handled(2, 1);
        // When
        stepOver(2);
        // Then
        assertThat(start()).isEqualTo(3);
    }

    @Test
    void recordBehindOthersThatAreNotHandled_isNotSteppedOver() throws SQLException {
        // Given
        handled(1, 1);
        // When
        assertThat(stepOver(2)).isEqualTo(1);
        // Then
        assertThat(start()).isEqualTo(1);
    }

    @Test
    void withoutAStep_itBeginsWhereNothingIsMissed() throws SQLException {
        // Given
        handled(2, 1);
        // Then
        assertThat(start()).isEqualTo(1);
    }
}
