package id.sigap.notifier.reply;

import static id.sigap.notifier.Asked.as;
import static id.sigap.notifier.Asked.stateOf;
import static id.sigap.notifier.Samples.INDOSAT;
import static id.sigap.notifier.Samples.TELKOMSEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.events.Event;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.platform.RecordDeadLettered;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.TopicSpec;
import id.sigap.notifier.Asked;
import id.sigap.notifier.Samples;
import id.sigap.notifier.WithOperators;
import id.sigap.notifier.request.Reply;
import id.sigap.reliable.Ids;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.Tokens;
import id.sigap.testing.TopicReader;
import id.sigap.testing.Topics;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator's machine answers on its topic: plain JSON, without any header, as kcat would. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class KafkaReplyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Whose topic was made without a thought. */
    private static final OperatorCode UNSTAMPED = new OperatorCode("UNSTAMPED");

    /** One for all answers that change nothing. */
    private static final AtomicReference<BlockRequested> UNANSWERED = new AtomicReference<>();

    @Inject
    Replies replies;

    @Test
    void request_isAcknowledgedAndConfirmed_countingFromTheBrokersTime() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        // When
        answer(TELKOMSEL, block.request(), "{\"request\":\"%s\",\"outcome\":\"ACKNOWLEDGED\"}");
        answer(
                TELKOMSEL,
                block.request(),
                "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\",\"networkReference\":\"TSEL-9\",\"unknown\":1}");
        // Then
        assertThat(said(block.request(), RequestAcknowledged.class).via()).isEqualTo(ReplyChannel.KAFKA);
        var confirmed = said(block.request(), BlockConfirmed.class);
        assertThat(confirmed.networkReference()).contains("TSEL-9");
        assertThat(confirmed.receivedAt())
                .isEqualTo(lastRecordOf(TELKOMSEL, block.request()).appended());
        assertThat(confirmed.blockedAt()).isEqualTo(confirmed.receivedAt());
        assertThat(stateOf(block.request())).isEqualTo("CONFIRMED");
    }

    @Test
    void nobodyBackdates() {
        assertThatNobodyBackdates(TELKOMSEL);
    }

    @Test
    void nobodyBackdates_onATopicThatKeepsTheWritersTime() {
        KafkaBroker.createTopics(
                Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers()),
                List.of(TopicSpec.kept(topicOf(UNSTAMPED), 1)));
        assertThatNobodyBackdates(UNSTAMPED);
    }

    private static void assertThatNobodyBackdates(OperatorCode operator) {
        // Given
        var block = Asked.toBlock(operator);
        Instant asked = Instant.now();
        var json = "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}".formatted(block.request());
        var backdated = new ProducerRecord<>(
                topicOf(operator),
                null,
                Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
                block.request().toString(),
                json.getBytes(StandardCharsets.UTF_8));
        // When
        Topics.publish(backdated);
        // Then
        assertThat(said(block.request(), BlockConfirmed.class).receivedAt())
                .isAfterOrEqualTo(asked.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void sameAnswerTwice_isNothingNew() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        var decline =
                "{\"request\":\"%s\",\"outcome\":\"DECLINED\",\"reason\":\"NOT_OURS\",\"suggestedOperator\":\"INDOSAT\"}";
        // When
        answer(TELKOMSEL, block.request(), decline);
        answer(TELKOMSEL, block.request(), decline);
        answer(TELKOMSEL, block.request(), "not JSON: the end");
        // Then
        assertThat(letterOf(TELKOMSEL, block.request()).reason()).startsWith("not-json: ");
        assertThat(said(block.request(), BlockDeclined.class).reason()).isEqualTo(DeclineReason.NOT_OURS);
        assertThat(letters(TELKOMSEL, block.request())).hasSize(1);
    }

    @Test
    void answerReadLater_butReceivedEarlier_movesTheOtherBack() {
        // Given: read first, received in half a minute
        var block = Asked.toBlock(TELKOMSEL);
        byRest(block.request(), Instant.now().plusSeconds(30).truncatedTo(ChronoUnit.MILLIS));
        // When
        answer(TELKOMSEL, block.request(), "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}");
        // Then
        var appended = await().atMost(PATIENCE)
                .until(() -> confirmations(block.request()), said -> said.size() == 2)
                .getLast();
        assertThat(appended.via()).isEqualTo(ReplyChannel.KAFKA);
        assertThat(appended.receivedAt())
                .isEqualTo(lastRecordOf(TELKOMSEL, block.request()).appended());
        assertThat(appended.blockedAt()).isEqualTo(appended.receivedAt());
        as(Tokens.regulator())
                .get("/api/v1/requests/{id}", block.request().toString())
                .then()
                .body("answeredVia", equalTo("KAFKA"))
                .body("answeredAt", equalTo(appended.receivedAt().toString()));
    }

    @Test
    void answerReadLater_andReceivedLater_isNothingNew() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        answer(TELKOMSEL, block.request(), "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}");
        var first = said(block.request(), BlockConfirmed.class);
        // When
        byRest(block.request(), first.receivedAt().plusSeconds(1));
        answer(TELKOMSEL, block.request(), "not JSON: the end");
        // Then
        letterOf(TELKOMSEL, block.request());
        assertThat(confirmations(block.request())).containsExactly(first);
    }

    @Test
    void blockOfWhatIsWithdrawn_goesToDeadLetters_andIsKeptAsAFact() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(block, 1);
        Topics.publish(Samples.aWithdrawalOf(block), 2);
        await().atMost(PATIENCE).until(() -> "WITHDRAWN".equals(stateOf(block.request())));
        // When
        answer(
                TELKOMSEL,
                block.request(),
                "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\",\"networkReference\":\"TSEL-4\"}");
        // Then
        assertThat(letterOf(TELKOMSEL, block.request()).reason()).startsWith("withdrawn request: ");
        var late = said(block.request(), LateBlockReported.class);
        assertThat(late.networkReference()).contains("TSEL-4");
        assertThat(late.receivedAt())
                .isEqualTo(lastRecordOf(TELKOMSEL, block.request()).appended());
        assertThat(stateOf(block.request())).isEqualTo("WITHDRAWN");
    }

    @Test
    void contradiction_goesToDeadLetters_andChangesNothing() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        answer(TELKOMSEL, block.request(), "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}");
        said(block.request(), BlockConfirmed.class);
        // When
        answer(TELKOMSEL, block.request(), "{\"request\":\"%s\",\"outcome\":\"DECLINED\",\"reason\":\"NOT_OURS\"}");
        // Then
        assertThat(letterOf(TELKOMSEL, block.request()).reason())
                .startsWith("answered-otherwise outcome: ")
                .contains("CONFIRMED");
        assertThat(stateOf(block.request())).isEqualTo("CONFIRMED");
    }

    @Test
    void anotherOperatorsRequest_goesToTheSendersDeadLetters_andChangesNothing() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        // When
        answer(INDOSAT, block.request(), "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}");
        // Then
        var letter = letterOf(INDOSAT, block.request());
        assertThat(letter.reason()).isEqualTo("unknown-request request: INDOSAT was not asked by this id");
        assertThat(letter.topic()).isEqualTo("operator.indosat.confirmations");
        assertThat(stateOf(block.request())).isEqualTo("PENDING");
    }

    @Test
    void unknownRequest_goesToDeadLetters() {
        // Given
        var unknown = new RequestId(Ids.next());
        // When
        answer(TELKOMSEL, unknown, "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}");
        // Then
        assertThat(letterOf(TELKOMSEL, unknown).reason()).contains("was not asked");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"request\":\"%s\" | not-json: the value",
                "{\"request\":\"%s\"} | required outcome: ",
                "{\"outcome\":\"CONFIRMED\"} | required request: ",
                "{\"request\":\"%s\",\"outcome\":\"BLOCKED\"} | wrong-value outcome: not one of ACKNOWLEDGED, CONFIRMED, DECLINED",
                "{\"request\":\"%s\",\"outcome\":\"DECLINED\"} | invalid reason: a decline says why",
                "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\",\"doneAt\":\"2999-01-01T00:00:00Z\"} | done-in-the-future doneAt: ",
                "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\",\"doneAt\":\"2020-01-01T00:00:00Z\"} | done-before-asked doneAt: ",
                "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\",\"networkReference\":\"a\\u0000b\"} | control-characters networkReference: ",
                "{\"request\":\"%s\",\"outcome\":\"DECLINED\",\"reason\":\"NOT_OURS\",\"suggestedOperator\":\"TELKOMSEL\"} | suggests-itself suggestedOperator: ",
                "null | no-body: the value is null"
            })
    void malformedAnswer_goesToDeadLettersWithItsReason_andChangesNothing(String json, String reason) {
        // Given
        var block = UNANSWERED.updateAndGet(known -> known == null ? Asked.toBlock(TELKOMSEL) : known);
        var key = new RequestId(Ids.next()); // finds the letter again
        // When
        Topics.publish(new ProducerRecord<>(
                topicOf(TELKOMSEL),
                key.toString(),
                json.replace("%s", block.request().toString()).getBytes(StandardCharsets.UTF_8)));
        // Then
        assertThat(letterOf(TELKOMSEL, key).reason())
                .startsWith(reason)
                .doesNotContain("jackson", "Exception", "id.sigap");
        assertThat(stateOf(block.request())).isEqualTo("PENDING");
    }

    @Test
    void tombstoneAndGiant_goToDeadLetters_andLaterAnswersGoOn() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        // When
        Topics.publish(new ProducerRecord<>(topicOf(TELKOMSEL), block.request().toString(), null));
        answer(TELKOMSEL, block.request(), "{\"request\":\"%s\",\"note\":\"" + "x".repeat(20_000) + "\"}");
        answer(TELKOMSEL, block.request(), "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}");
        // Then
        said(block.request(), BlockConfirmed.class);
        await().atMost(PATIENCE).until(() -> letters(TELKOMSEL, block.request()).size() == 2);
        assertThat(letters(TELKOMSEL, block.request()))
                .extracting(RecordDeadLettered::reason)
                .containsExactlyInAnyOrder(
                        "no-body: an answer needs a body, this record has none", "too-large: larger than 16384 bytes");
    }

    @Test
    void answersWithoutAKey_areTakenToo() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(block);
        Asked.awaitRequest(block.request());
        var json = "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}".formatted(block.request());
        // When
        Topics.publish(new ProducerRecord<>(topicOf(TELKOMSEL), json.getBytes(StandardCharsets.UTF_8)));
        // Then
        assertThat(said(block.request(), BlockConfirmed.class).operator()).isEqualTo(TELKOMSEL);
    }

    private static void answer(OperatorCode operator, RequestId request, String json) {
        Topics.publish(new ProducerRecord<>(
                topicOf(operator),
                request.toString(),
                json.replace("%s", request.toString()).getBytes(StandardCharsets.UTF_8)));
    }

    /** As the API would, at a time of the test's choosing. */
    private void byRest(RequestId request, Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() -> replies.take(
                        TELKOMSEL, request, new Reply.Done(Optional.empty(), Optional.empty()), ReplyChannel.REST, at));
    }

    private static List<BlockConfirmed> confirmations(RequestId request) {
        try (var reader = TopicReader.of(Topic.CONFIRMATIONS)) {
            return reader.allOf(request.toString()).stream()
                    .map(EventOnTopic::event)
                    .filter(BlockConfirmed.class::isInstance)
                    .map(BlockConfirmed.class::cast)
                    .toList();
        }
    }

    private static String topicOf(OperatorCode operator) {
        return Topic.confirmationsOf(operator).name();
    }

    private static <E extends Event> E said(RequestId request, Class<E> type) {
        try (var reader = TopicReader.of(Topic.CONFIRMATIONS)) {
            return reader.await(request.toString(), type);
        }
    }

    private record Written(UUID request, Instant appended) {}

    private static Written lastRecordOf(OperatorCode operator, RequestId request) {
        try (var reader = TopicReader.of(Topic.confirmationsOf(operator))) {
            var last = reader.allOf(request.toString()).getLast();
            return new Written(
                    request.value(), Instant.ofEpochMilli(last.record().timestamp()));
        }
    }

    private static RecordDeadLettered letterOf(OperatorCode operator, RequestId request) {
        return await().atMost(PATIENCE)
                .until(() -> letters(operator, request), found -> !found.isEmpty())
                .getFirst();
    }

    private static List<RecordDeadLettered> letters(OperatorCode operator, RequestId request) {
        try (var reader = TopicReader.of(Topic.deadLettersOf(topicOf(operator)))) {
            return reader.all().stream()
                    .map(EventOnTopic::event)
                    .map(RecordDeadLettered.class::cast)
                    .filter(letter -> letter.key().equals(Optional.of(request.toString())))
                    .toList();
        }
    }
}
