package id.sigap.reliable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.infrastructure.BrokerSettings;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.TopicSpec;
import id.sigap.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A broker that comes back without its last records, and is written to again before the service looks. */
@Tag("service")
class LostTailTest {

    private static final TestDatabase DATABASE = LibraryTables.in("lost_tail");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic = "lost-tail-" + Ids.next();

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenInThePlaceOfTheLost_isRead() throws Exception {
        // Given: three records; a copy of the log; three more, read and committed
        BrokerSettings settings = BrokerSettings.in(folder.resolve("kafka"));
        try (KafkaBroker broker = KafkaBroker.start(settings)) {
            broker.createTopics(List.of(TopicSpec.kept(topic, 1)));
            write(broker, "kept", 3);
        }
        Path log = partitionFolder();
        copy(log, folder.resolve("copy"));
        try (KafkaBroker broker = KafkaBroker.start(settings)) {
            write(broker, "lost", 3);
            assertThat(read(broker, 6)).hasSize(6);
        }
        // When: the log is as the copy, and longer again than the service's offset when it is back
        delete(log);
        copy(folder.resolve("copy"), log);
        try (KafkaBroker broker = KafkaBroker.start(settings)) {
            write(broker, "new", 5);
            // Then
            assertThat(read(broker, 5)).startsWith("new0", "new1", "new2", "new3", "new4");
        }
    }

    private void write(KafkaBroker broker, String word, int count) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(topic, "key", Samples.bytes(word + i)))
                        .get();
            }
        }
    }

    /** As the service does: begins where its database left off, and keeps the place there and on Kafka. */
    private List<String> read(KafkaBroker broker, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "group.id", "ledger-service",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        List<String> words = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            Rewind rewind = new Rewind(database(), new StaticMembership(Optional::empty, Map.of(), new Halt()));
            consumer.subscribe(List.of(topic), new ConsumerRebalanceListener() {
                @Override
                public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                    rewind.onPartitionsAssigned(consumer, partitions);
                }

                @Override
                public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
            });
            await().atMost(PATIENCE).until(() -> {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    words.add(new String(record.value(), StandardCharsets.UTF_8));
                    bookmark(RawRecord.of(record));
                }
                consumer.commitSync();
                return words.size() >= count;
            });
        }
        return words;
    }

    private static void bookmark(RawRecord record) throws SQLException {
        try (var connection = database().getConnection()) {
            Bookmarks.put(connection, List.of(record));
        }
    }

    private static PGSimpleDataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(DATABASE.jdbcUrl());
        database.setUser(DATABASE.roles().name());
        database.setPassword(DATABASE.roles().password());
        return database;
    }

    private Path partitionFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.getFileName().toString().equals(topic + "-0"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
