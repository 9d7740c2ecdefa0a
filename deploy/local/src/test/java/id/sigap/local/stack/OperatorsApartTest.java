package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.events.OperatorCode;
import id.sigap.infrastructure.BrokerSettings;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.KafkaUser;
import id.sigap.infrastructure.Security;
import id.sigap.infrastructure.SigapTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators' groups and transactions are to each other and to us, on a broker with the stack's rights. One more operator is there, whose code goes on where another's ends. */
@Tag("service")
class OperatorsApartTest {

    private static final OperatorCode TELKOMSEL2EVIL = new OperatorCode("TELKOMSEL2EVIL");
    private static final String REQUESTS_TO_TELKOMSEL = "operator.telkomsel.requests";
    private static final String ANSWERS_OF_TELKOMSEL = "operator.telkomsel.confirmations";
    private static final String ANSWERS_OF_INDOSAT = "operator.indosat.confirmations";

    /** The longest that a broker of ordinary settings lets a transaction stay open, in milliseconds. */
    private static final String LONGEST_OPEN = "900000";

    private static final Duration POLL = Duration.ofMillis(100);

    private static KafkaBroker broker;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        List<KafkaRights> rights = Stream.concat(
                        KafkaRights.ofEveryone().stream(), Stream.of(KafkaRights.of(TELKOMSEL2EVIL)))
                .toList();
        var security = Security.sasl(
                login(KafkaRights.ADMIN),
                rights.stream().map(right -> login(right.user())).toList());
        broker = KafkaBroker.start(
                BrokerSettings.in(folder.resolve("kafka")).securedBy(security).flushed(false));
        broker.createTopics(SigapTopics.forOperators(
                Stream.concat(KafkaRights.OPERATORS.stream(), Stream.of(TELKOMSEL2EVIL))
                        .toList(),
                1));
        try (var admin = broker.admin()) {
            KafkaRights.establish(admin, rights);
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"telkomsel", "telkomsel.desk"})
    void operator_keepsItsPlaceInGroupsOfItsName_andTheNotifierSeesIt(String group) throws Exception {
        // When
        keepPlace("telkomsel", group, REQUESTS_TO_TELKOMSEL);
        // Then
        assertThat(placesSeenBy("operator-notifier", group))
                .containsExactly(Map.entry(new TopicPartition(REQUESTS_TO_TELKOMSEL, 0), new OffsetAndMetadata(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator-notifier", "operator-notifier-replies"})
    void service_keepsItsPlaceInGroupsOfItsName(String group) {
        keepPlace("operator-notifier", group, ANSWERS_OF_TELKOMSEL);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "telkomsel2evil, telkomsel, operator.telkomsel2evil.requests",
        "telkomsel2evil, telkomsel.desk, operator.telkomsel2evil.requests",
        "telkomsel, telkomsel2evil, operator.telkomsel.requests",
        "telkomsel, telkomsel2evil.desk, operator.telkomsel.requests",
        "telkomsel, telkomsel-desk, operator.telkomsel.requests",
        "telkomsel, indosat.desk, operator.telkomsel.requests",
        "telkomsel, operator-notifier-replies, operator.telkomsel.requests",
        "operator-notifier, operator-notifier2, operator.telkomsel.confirmations",
        "operator-notifier, telkomsel.desk, operator.telkomsel.confirmations",
        "operator-notifier, sla-monitor, operator.telkomsel.confirmations"
    })
    void groupOfAnybodyElse_isRefused(String user, String group, String topic) {
        assertThatThrownBy(() -> keepPlace(user, group, topic)).isInstanceOf(GroupAuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"indosat", "telkomsel2evil", "sla-monitor"})
    void howFarAnOperatorHasRead_isNobodyElsesToSee(String user) {
        assertThatThrownBy(() -> placesSeenBy(user, "telkomsel.desk"))
                .hasCauseInstanceOf(GroupAuthorizationException.class);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "telkomsel2evil, telkomsel",
        "telkomsel2evil, telkomsel.answers",
        "telkomsel, telkomsel2evil.answers",
        "telkomsel, indosat.answers",
        "operator-notifier, operator-notifier"
    })
    void transactionOfAnybodyElse_isRefused(String user, String id) {
        try (var producer = transactional(user, id)) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"telkomsel", "telkomsel.answers"})
    void transaction_isReadOnceCommitted_andNeverIfAborted(String id) throws Exception {
        try (var producer = transactional("telkomsel", id);
                var notifier = notifier("operator-notifier-" + id)) {
            // Given
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(answer(ANSWERS_OF_TELKOMSEL, id, "aborted")).get();
            // When
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(answer(ANSWERS_OF_TELKOMSEL, id, "committed"));
            producer.commitTransaction();
            // Then
            assertThat(readUntil(notifier, record -> record.value().equals("committed")))
                    .filteredOn(record -> record.key().equals(id))
                    .extracting(ConsumerRecord::value)
                    .containsExactly("committed");
        }
    }

    @Test
    void transactionLeftOpen_holdsUpItsOwnOperatorsLaterAnswers_andNobodyElses() throws Exception {
        try (var open = transactional("telkomsel", "telkomsel.slow");
                var telkomsel = plain("telkomsel");
                var indosat = plain("indosat");
                var notifier = notifier("operator-notifier-patient")) {
            // Given
            open.initTransactions();
            open.beginTransaction();
            open.send(answer(ANSWERS_OF_TELKOMSEL, "patience", "in the open one"))
                    .get();
            telkomsel
                    .send(answer(ANSWERS_OF_TELKOMSEL, "patience", "behind it"))
                    .get();
            // When
            indosat.send(answer(ANSWERS_OF_INDOSAT, "patience", "of another")).get();
            // Then
            assertThat(readUntil(notifier, record -> record.value().equals("of another")))
                    .extracting(ConsumerRecord::value)
                    .doesNotContain("in the open one", "behind it");
            open.commitTransaction();
            assertThat(readUntil(notifier, record -> record.value().equals("behind it")))
                    .extracting(ConsumerRecord::value)
                    .containsExactly("in the open one", "behind it");
        }
    }

    private static KafkaUser login(String user) {
        return new KafkaUser(user, user + "-secret");
    }

    private static Map<String, Object> client(String user) {
        return new HashMap<>(broker.clientProperties(login(user)));
    }

    /** Commits the beginning of the topic's one partition. */
    private static void keepPlace(String user, String group, String topic) {
        Map<String, Object> settings = client(user);
        settings.put("group.id", group);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.commitSync(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)));
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> placesSeenBy(String user, String group)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(client(user))) {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
    }

    private static KafkaProducer<String, String> transactional(String user, String id) {
        Map<String, Object> settings = client(user);
        settings.put("transactional.id", id);
        settings.put("transaction.timeout.ms", LONGEST_OPEN);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static KafkaProducer<String, String> plain(String user) {
        return new KafkaProducer<>(client(user), new StringSerializer(), new StringSerializer());
    }

    private static ProducerRecord<String, String> answer(String topic, String key, String value) {
        return new ProducerRecord<>(topic, key, value);
    }

    /** Listens to all operators at once, as the service does. */
    private static KafkaConsumer<String, String> notifier(String group) {
        Map<String, Object> settings = client("operator-notifier");
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(Pattern.compile("operator\\.[a-z0-9]+\\.confirmations"));
        return consumer;
    }

    private static List<ConsumerRecord<String, String>> readUntil(
            KafkaConsumer<String, String> consumer, Predicate<ConsumerRecord<String, String>> there) {
        List<ConsumerRecord<String, String>> read = new ArrayList<>();
        Awaitility.await()
                .pollInterval(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    consumer.poll(POLL).forEach(read::add);
                    return read.stream().anyMatch(there);
                });
        return read;
    }
}
