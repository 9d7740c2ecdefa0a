package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
class KafkaBrokerTest {

    private static final KafkaUser ADMIN = new KafkaUser("admin", "admin-secret");
    private static final KafkaUser TELKOMSEL = new KafkaUser("telkomsel", "telkomsel-secret");
    private static final KafkaUser INDOSAT = new KafkaUser("indosat", "indosat-secret");

    /** Some kilobytes when packed. Snappy packs zeros to a twentieth: no more than that goes past a broker that counts packed bytes. */
    private static final int BOMB_BYTES = 12 << 20;

    /** Every test leaves it running; topics are the tests' own. */
    private static KafkaBroker broker;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        var security = Security.sasl(ADMIN, List.of(TELKOMSEL, INDOSAT));
        broker = KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")).securedBy(security));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void acknowledgedRecords_surviveKillMinusNineAndRestart() {
        // Given
        broker.createTopics(List.of(TopicSpec.kept("survivors", 1)));
        for (int i = 0; i < 20; i++) {
            publish(broker.adminProperties(), "survivors", "record " + i);
        }
        // When
        broker.kill();
        var began = Instant.now();
        broker.restart();
        var records = read(broker.adminProperties(), "survivors", 20);
        // Then
        assertThat(records).extracting(ConsumerRecord::value).hasSize(20).contains("record 0", "record 19");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(14));
    }

    @Test
    void suspended_itAcknowledgesNothing_untilItIsResumed() {
        // Given
        broker.createTopics(List.of(TopicSpec.kept("suspended", 1)));
        broker.suspend();
        // When
        var silence = catchThrowable(() -> publish(broker.adminProperties(), "suspended", "nobody listens"));
        // Then
        assertThat(silence).isNotNull();
        broker.resume();
        publish(broker.adminProperties(), "suspended", "heard");
        assertThat(read(broker.adminProperties(), "suspended", 1))
                .extracting(ConsumerRecord::value)
                .contains("heard");
    }

    @Test
    void stoppedWhileSuspended_itEnds_andCanBeRevived() {
        // Given
        broker.createTopics(List.of(TopicSpec.kept("revived", 1)));
        broker.suspend();
        // When
        broker.stop();
        broker.revive();
        // Then
        assertThat(names(broker)).contains("revived");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "gzip", "lz4", "snappy"})
    void recordThatUnpacksToFarMoreThanItWeighs_isRefusedOnTopicsOfStrangers(String compression) throws Exception {
        // Given
        broker.createTopics(List.of(TopicSpec.kept("bombs", 1), TopicSpec.writtenByStrangers("strangers", 1)));
        Map<String, Object> settings = new HashMap<>(broker.adminProperties());
        settings.put("compression.type", compression);
        settings.put("max.request.size", BOMB_BYTES + 1024);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            // When
            var refused = catchThrowable(() -> producer.send(new ProducerRecord<>("strangers", new byte[BOMB_BYTES]))
                    .get());
            // Then
            assertThat(refused).hasCauseInstanceOf(RecordTooLargeException.class);
            producer.send(new ProducerRecord<>("bombs", new byte[BOMB_BYTES])).get(); // it is the topic that refuses
            producer.send(new ProducerRecord<>("strangers", new byte[300])).get();
        }
    }

    @Test
    void settingsOfATopicThatIsThere_areBroughtUpToDate() throws Exception {
        // Given
        broker.createTopics(List.of(TopicSpec.kept("of-an-earlier-build", 1)));
        // When
        broker.createTopics(List.of(TopicSpec.writtenByStrangers("of-an-earlier-build", 1)));
        // Then
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, "of-an-earlier-build");
        try (var admin = broker.admin()) {
            assertThat(admin.describeConfigs(List.of(topic))
                            .values()
                            .get(topic)
                            .get()
                            .get("compression.type")
                            .value())
                    .isEqualTo("uncompressed");
        }
    }

    @Test
    void topic_isMadeOnceAndNeverByAccident() {
        // Given
        var topics = List.of(TopicSpec.kept("on-purpose", 3));
        broker.createTopics(topics);
        // When
        broker.createTopics(topics);
        var stray = catchThrowable(() -> publish(broker.adminProperties(), "typo", "lost"));
        // Then
        assertThat(stray).isNotNull();
        assertThat(names(broker)).contains("on-purpose").doesNotContain("typo");
    }

    @Test
    void operatorsConfirmation_carriesTheBrokersTime() {
        // Given
        broker.createTopics(List.of(TopicSpec.writtenByStrangers("stamped", 1)));
        var before = Instant.now();
        var backdated = new ProducerRecord<>("stamped", 0, 1L, "key", "confirmed long ago");
        // When
        publish(broker.adminProperties(), backdated);
        // Then
        var record = read(broker.adminProperties(), "stamped", 1).getFirst();
        assertThat(Instant.ofEpochMilli(record.timestamp())).isAfter(before.minusSeconds(1));
    }

    @Test
    void user_doesWhatItWasGrantedAndNothingElse() {
        // Given
        broker.createTopics(List.of(
                TopicSpec.kept("operator.telkomsel.requests", 1),
                TopicSpec.writtenByStrangers("operator.telkomsel.confirmations", 1)));
        broker.allowRead(TELKOMSEL, "operator.telkomsel.requests", "telkomsel.");
        broker.allowWrite(TELKOMSEL, "operator.telkomsel.confirmations");
        publish(broker.adminProperties(), "operator.telkomsel.requests", "block");
        var telkomsel = broker.clientProperties(TELKOMSEL);
        var indosat = broker.clientProperties(INDOSAT);
        // When
        publish(telkomsel, "operator.telkomsel.confirmations", "blocked");
        var own = read(telkomsel, "operator.telkomsel.requests", 1);
        var writingRequests = catchThrowable(() -> publish(telkomsel, "operator.telkomsel.requests", "forged"));
        var foreignWrite = catchThrowable(() -> publish(indosat, "operator.telkomsel.confirmations", "forged"));
        var foreignRead = catchThrowable(() -> read(indosat, "operator.telkomsel.requests", 1));
        // Then
        assertThat(own).extracting(ConsumerRecord::value).containsExactly("block");
        assertThat(writingRequests).hasRootCauseInstanceOf(TopicAuthorizationException.class);
        assertThat(foreignWrite).hasRootCauseInstanceOf(TopicAuthorizationException.class);
        assertThat(foreignRead).isInstanceOf(TopicAuthorizationException.class);
    }

    private static Set<String> names(KafkaBroker broker) {
        try (var admin = broker.admin()) {
            return admin.listTopics()
                    .names()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private static void publish(Map<String, String> login, String topic, String value) {
        publish(login, new ProducerRecord<>(topic, "key", value));
    }

    private static void publish(Map<String, String> login, ProducerRecord<String, String> record) {
        var properties = new HashMap<String, Object>(login);
        properties.put("acks", "all");
        // for a broker that doesn't answer: a close waits for what was asked of it
        properties.put("max.block.ms", "2000");
        properties.put("request.timeout.ms", "2000");
        properties.put("delivery.timeout.ms", "4000");
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ConsumerRecord<String, String>> read(Map<String, String> login, String topic, int count) {
        var properties = new HashMap<String, Object>(login);
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            Awaitility.await()
                    .pollInterval(Duration.ZERO)
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                        return found.size() >= count;
                    });
        }
        return found;
    }
}
