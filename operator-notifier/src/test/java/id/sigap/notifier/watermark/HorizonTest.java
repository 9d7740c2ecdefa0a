package id.sigap.notifier.watermark;

import static id.sigap.notifier.Samples.TELKOMSEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.Topic;
import id.sigap.notifier.WithOperators;
import id.sigap.reliable.Ids;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.TestDatabase;
import id.sigap.testing.Topics;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What holds the watermark back. The database is the test's own, with the service's tables, so that the service's own transactions are not
 * in the way; and so is the consumer group, which reads nothing that the test doesn't say it has.
 */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class HorizonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration NO_ALLOWANCE = Duration.ZERO;
    private static final String TOPICS = "operator\\.telkomsel\\.confirmations";

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    WatermarkConfig config;

    private final TestDatabase database = SharedInfrastructure.database("horizon");
    private final String group = "horizon-" + Ids.next();
    private OperatorOffsets operators;
    private Connection connection;
    private Horizon horizon;

    @BeforeEach
    void everythingIsHandled() throws Exception {
        try (var owner = database.asOwner();
                var create = owner.createStatement()) {
            create.execute(
                    "create table if not exists pending (recorded_at timestamptz not null default transaction_timestamp())");
            create.execute("truncate pending");
        }
        connection = database.asService();
        operators = new OperatorOffsets(kafka, TOPICS, group, config);
        handleAll();
        horizon = new Horizon(operators, new OwnJournal(connection), NO_ALLOWANCE);
    }

    @AfterEach
    void close() throws SQLException {
        operators.close();
        connection.close();
    }

    @Test
    void nothingInTheWay_itIsNow() throws Exception {
        // Given
        var before = new OwnJournal(connection).now();
        // When
        var through = horizon.advance();
        // Then
        var after = new OwnJournal(connection).now();
        assertThat(through).hasValueSatisfying(at -> assertThat(at).isBetween(before, after));
    }

    @Test
    void allowance_isSubtracted() throws Exception {
        // Given
        var before = new OwnJournal(connection).now();
        var careful = new Horizon(operators, new OwnJournal(connection), Duration.ofHours(1));
        // When
        var through = careful.advance();
        // Then
        assertThat(through).hasValueSatisfying(at -> assertThat(at).isBefore(before.minusSeconds(3500)));
    }

    @Test
    void pointerThatKafkaHasNotAcknowledged_holdsItBack() throws Exception {
        // Given
        execute(connection, "insert into pending default values");
        // When
        var held = horizon.advance();
        execute(connection, "delete from pending");
        var released = horizon.advance();
        // Then
        assertThat(held).isEmpty();
        assertThat(released).isPresent();
    }

    @Test
    void openTransaction_holdsItBack_toBeforeItsStart() throws Exception {
        // Given
        try (var other = database.asService()) {
            other.setAutoCommit(false);
            execute(other, "insert into pending default values");
            // When
            var held = horizon.advance();
            other.commit();
            var stillHeld = horizon.advance();
            execute(connection, "delete from pending");
            var released = horizon.advance();
            // Then
            assertThat(held).isEmpty();
            assertThat(stillHeld).isEmpty();
            assertThat(released).isPresent();
        }
    }

    @Test
    void transactionThatBeginsLater_doesNotHoldItBack() throws Exception {
        // Given
        try (var other = database.asService()) {
            execute(connection, "insert into pending default values");
            assertThat(horizon.advance()).isEmpty();
            other.setAutoCommit(false);
            execute(other, "insert into pending values (now())");
            execute(connection, "delete from pending");
            // When
            var through = horizon.advance();
            // Then
            assertThat(through).isPresent();
            other.rollback();
        }
    }

    @Test
    void recordOfAnOperatorNotHandledYet_holdsItBack() throws Exception {
        // Given
        var asked = Instant.now();
        Topics.publish(new ProducerRecord<>(topic(), "not handled".getBytes(StandardCharsets.UTF_8)));
        // When
        var held = horizon.advance();
        handleAll();
        var released = horizon.advance();
        // Then
        assertThat(held).isEmpty();
        assertThat(released).hasValueSatisfying(at -> assertThat(at).isAfter(asked.minusSeconds(1)));
    }

    @Test
    void answerHandledLate_holdsItBackUntilItIsPublished_thoughItsPointerIsYounger() throws Exception {
        // Given
        Topics.publish(new ProducerRecord<>(topic(), "handled late".getBytes(StandardCharsets.UTF_8)));
        var first = horizon.advance();
        // When
        execute(connection, "insert into pending default values");
        handleAll();
        var handledButNotPublished = horizon.advance();
        // Then
        assertThat(first).isEmpty();
        assertThat(handledButNotPublished).isEmpty();
    }

    @Test
    void markerOfAnOperatorsTransaction_doesNotHoldItBack() throws Exception {
        // Given
        handleAll();
        inATransaction(producer -> producer.abortTransaction());
        // When
        var through = await().atMost(PATIENCE).until(horizon::advance, Optional::isPresent);
        // Then
        assertThat(through).isPresent();
    }

    @Test
    void recordOfAnOperatorsTransaction_holdsItBack() throws Exception {
        // Given
        inATransaction(producer -> producer.commitTransaction());
        // When
        var held = horizon.advance();
        // Then
        assertThat(held).isEmpty();
    }

    private void inATransaction(Consumer<KafkaProducer<String, byte[]>> end) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers(), "transactional.id", group);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic(), "in a transaction".getBytes(StandardCharsets.UTF_8)));
            producer.flush();
            end.accept(producer);
        }
    }

    /** The group's offsets as they are after the service has handled everything. */
    private void handleAll() throws Exception {
        var ends = operators.ends();
        var offsets = ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
        try (var admin = Admin.create(kafka)) {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        }
    }

    private static void execute(Connection on, String sql) throws SQLException {
        try (var statement = on.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String topic() {
        return Topic.confirmationsOf(TELKOMSEL).name();
    }
}
