package id.sigap.notifier.reply;

import static id.sigap.notifier.Asked.stateOf;
import static id.sigap.notifier.Samples.INDOSAT;
import static id.sigap.notifier.Samples.TELKOMSEL;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.ConfirmationsPublished;
import id.sigap.notifier.Asked;
import id.sigap.notifier.WithOperators;
import id.sigap.reliable.Ids;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.TopicReader;
import id.sigap.testing.Topics;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator's machine answers in transactions. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class TransactionsTest {

    /** The longest that a broker of ordinary settings lets one stay open, in milliseconds. */
    private static final int LONGEST_OPEN = 900_000;

    @Test
    void committedAnswer_isTaken_andAnAbortedOneWasNeverGiven() throws Exception {
        // Given
        var aborted = Asked.toBlock(TELKOMSEL);
        var committed = Asked.toBlock(TELKOMSEL);
        try (var producer = transactional()) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(confirmation(TELKOMSEL, aborted.request())).get();
            producer.abortTransaction();
            // When
            producer.beginTransaction();
            producer.send(confirmation(TELKOMSEL, committed.request()));
            producer.commitTransaction();
        }
        // Then
        confirmed(committed.request());
        assertThat(stateOf(aborted.request())).isEqualTo("PENDING"); // it lay before the other in the same partition
    }

    @Test
    void transactionLeftOpen_holdsUpNobodyElse_norTheWatermark_andCountsFromWhenItWasWritten() throws Exception {
        // Given
        var slow = Asked.toBlock(TELKOMSEL);
        var quick = Asked.toBlock(INDOSAT);
        try (var open = transactional()) {
            open.initTransactions();
            open.beginTransaction();
            var written = open.send(confirmation(TELKOMSEL, slow.request())).get();
            // When
            Topics.publish(confirmation(INDOSAT, quick.request()));
            // Then
            awaitWatermarkPast(confirmed(quick.request()).receivedAt());
            assertThat(stateOf(slow.request())).isEqualTo("PENDING");
            open.commitTransaction();
            assertThat(confirmed(slow.request()).receivedAt()).isEqualTo(Instant.ofEpochMilli(written.timestamp()));
        }
    }

    private static KafkaProducer<String, byte[]> transactional() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                SharedInfrastructure.bootstrapServers(),
                "transactional.id",
                "telkomsel." + Ids.next(),
                "transaction.timeout.ms",
                LONGEST_OPEN);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> confirmation(OperatorCode operator, RequestId request) {
        var json = "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}".formatted(request);
        return new ProducerRecord<>(
                Topic.confirmationsOf(operator).name(), 0, request.toString(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static BlockConfirmed confirmed(RequestId request) {
        try (var reader = TopicReader.of(Topic.CONFIRMATIONS)) {
            return reader.await(request.toString(), BlockConfirmed.class);
        }
    }

    private static void awaitWatermarkPast(Instant then) {
        try (var reader = TopicReader.of(Topic.CONFIRMATIONS)) {
            reader.awaitFirst(record -> record.event() instanceof ConfirmationsPublished told
                    && told.through().isAfter(then));
        }
    }
}
