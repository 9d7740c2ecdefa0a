package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.testing.tools.RequiresTool;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is still there when the power comes back. Skipped, with the reason, where no volume can be mounted. */
@Tag("service")
@RequiresTool(value = Volume.class, installable = false)
class PowerCutTest {

    private static final int MEGABYTES = 256;
    private static final int RECORDS = 200;

    @TempDir
    private Path folder;

    @AfterEach
    void takenOff() {
        Volume.unmountAll(folder);
    }

    @Test
    void postgres_hasWhatItCommitted() throws Exception {
        // Given
        Volume volume = Volume.mount(folder.resolve("postgres"), MEGABYTES);
        try (var server = PostgresServer.start(volume.folder(), 0)) {
            try (var session = server.connect("postgres");
                    var statement = session.createStatement()) {
                statement.execute("CREATE TABLE kept (number int)");
                for (int number = 0; number < RECORDS; number++) {
                    statement.execute("INSERT INTO kept VALUES (%d)".formatted(number));
                }
                // When
                volume.cutPower();
            }
            server.kill();
            volume.restorePower();
            server.revive();
            // Then
            try (var session = server.connect("postgres");
                    var statement = session.createStatement();
                    var row = statement.executeQuery("SELECT count(*) FROM kept")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(RECORDS);
            }
        }
    }

    @Test
    void aBrokerThatFlushes_hasWhatItAcknowledged() throws Exception {
        assertThat(recordsAfterAPowerCut(true)).isEqualTo(RECORDS);
    }

    /** Otherwise the test above would show nothing. */
    @Test
    void aBrokerThatDoesNot_hasLostSome() throws Exception {
        assertThat(recordsAfterAPowerCut(false)).isLessThan(RECORDS);
    }

    private long recordsAfterAPowerCut(boolean flushed) throws Exception {
        Path data = folder.resolve("kafka");
        Volume volume = Volume.mount(data.resolve("log"), MEGABYTES);
        try (var broker = KafkaBroker.start(BrokerSettings.in(data).flushed(flushed))) {
            broker.createTopics(List.of(TopicSpec.kept("sigap.reports", 1)));
            Map<String, Object> producing = new HashMap<>(broker.adminProperties());
            producing.put("acks", "all");
            try (var producer = new KafkaProducer<>(producing, new StringSerializer(), new StringSerializer())) {
                for (int number = 0; number < RECORDS; number++) {
                    producer.send(new ProducerRecord<>("sigap.reports", "key", "record " + number))
                            .get();
                }
            }
            volume.cutPower();
            broker.kill();
            volume.restorePower();
            broker.revive();
            return lengthOf(broker, new TopicPartition("sigap.reports", 0));
        }
    }

    private static long lengthOf(KafkaBroker broker, TopicPartition partition) throws Exception {
        try (var admin = broker.admin()) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }
}
