package id.sigap.notifier.delivery;

import static id.sigap.notifier.Asked.as;
import static id.sigap.notifier.Samples.INDOSAT;
import static id.sigap.notifier.Samples.SLOW;
import static id.sigap.notifier.Samples.TELKOMSEL;
import static id.sigap.notifier.Samples.TRI;
import static id.sigap.notifier.Samples.XLSMART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.events.Action;
import id.sigap.events.CloudEventHeader;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.events.confirmation.DeliveryFailed;
import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.events.operator.ActionRequested;
import id.sigap.infrastructure.ReceivedMail;
import id.sigap.notifier.Operators;
import id.sigap.notifier.Samples;
import id.sigap.notifier.SmtpGate;
import id.sigap.notifier.WithOperators;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.Mailbox;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.Tokens;
import id.sigap.testing.TopicReader;
import id.sigap.testing.Topics;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class DeliveryFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @AfterEach
    void mailServer_isUp() {
        SmtpGate.open();
    }

    @Test
    void blockRequest_isOnTheOperatorsTopic() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        // When
        Topics.publish(block);
        // Then
        var record = onTopicOf(block.request()).getFirst();
        assertThat(record.key()).isEqualTo(block.number().value());
        assertThat(record.event())
                .isEqualTo(new ActionRequested(
                        block.request(),
                        block.ticketNumber(),
                        Action.BLOCK,
                        block.number(),
                        Optional.of(block.category()),
                        block.requestedAt(),
                        block.dueAt(),
                        "Komdigi"));
        assertThat(record.header(CloudEventHeader.TYPE)).contains("id.sigap.operator.action-requested.v1");
        assertThat(record.header(CloudEventHeader.SUBJECT))
                .contains(block.request().toString());
        assertThat(record.header(CloudEventHeader.TIME))
                .contains(block.requestedAt().toString());
        assertThat(record.header(CloudEventHeader.SPEC_VERSION)).contains("1.0");
        assertThat(record.header(CloudEventHeader.CONTENT_TYPE)).contains("application/json");
        assertThat(record.header(CloudEventHeader.SEQUENCE)).isEmpty();
        assertThat(record.header(CloudEventHeader.TRACE_PARENT)).isPresent();
    }

    @Test
    void blockRequest_isMailedToTheOperator_namingTheNumberAndNobodyElse() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        // When
        Topics.publish(block);
        // Then
        var mail = mailAbout(block.request());
        assertThat(mail.subject()).contains(block.ticketNumber(), block.number().value(), "Blokir/Block");
        assertThat(mail.text())
                .contains("memblokir", "asks you to block", "WIB", "UTC")
                .contains("https://operators.sigap.example/api/v1/requests/" + block.request());
        assertThat(mail.text()
                        .replace(block.number().value(), "")
                        .replace(block.request().toString(), ""))
                .doesNotContain("@", "+62", block.ticket().toString());
        assertThat(SmtpGate.messageIds())
                .containsIgnoringCase("Message-ID: <" + block.request() + "@operator-notifier.sigap>");
    }

    @Test
    void delivery_isJournalledForEachChannel_inOneOrder() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        // When
        Topics.publish(block);
        // Then
        var said = said(block.request(), 2);
        assertThat(said).extracting(EventOnTopic::sequence).containsExactly(1L, 2L);
        assertThat(said)
                .extracting(EventOnTopic::event)
                .allSatisfy(event -> assertThat(event).isInstanceOf(RequestDelivered.class))
                .extracting(event -> ((RequestDelivered) event).channel())
                .containsExactlyInAnyOrder(DeliveryChannel.KAFKA, DeliveryChannel.EMAIL);
    }

    @Test
    void mailServerDown_delaysTheMailAlone_andIsSeen() {
        // Given
        SmtpGate.shut();
        var block = Samples.aBlock(TELKOMSEL);
        // When
        Topics.publish(block);
        // Then
        assertThat(said(block.request(), 1).getFirst().event())
                .isInstanceOfSatisfying(RequestDelivered.class, delivered -> assertThat(delivered.channel())
                        .isEqualTo(DeliveryChannel.KAFKA));
        awaitState(block.request(), "email", "RETRYING");
        assertThat(deliveryOf(block.request(), "email", "lastError")).isNotBlank();
        // When
        SmtpGate.open();
        // Then
        awaitState(block.request(), "email", "DELIVERED");
        assertThat(said(block.request(), 2)).hasSize(2);
    }

    @Test
    void slowOperator_delaysNobodyElse() throws SQLException {
        // Given
        Topics.publishAll(Stream.generate(() -> Samples.aBlock(SLOW))
                .limit(20)
                .map(block -> Topics.record(Topic.TICKETS, block, 1, UUID.randomUUID()))
                .toList());
        var slow = Samples.aBlock(SLOW);
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(slow);
        // When
        Topics.publish(block);
        // Then
        awaitState(block.request(), "kafka", "DELIVERED");
        awaitState(block.request(), "email", "DELIVERED");
        assertThat(deliveryOf(slow.request(), "email", "state")).isIn("PENDING", "RETRYING");
        assertThat(deliveryOf(slow.request(), "kafka", "state")).isIn("PENDING", "RETRYING");
        forgetWhatWaitsFor(SLOW);
    }

    @Test
    void mailboxThatDoesNotExist_isGivenUpAtOnce_andSeen() {
        // Given
        var block = Samples.aBlock(INDOSAT);
        // When
        Topics.publish(block);
        // Then
        awaitState(block.request(), "email", "FAILED");
        assertThat(deliveryOf(block.request(), "email", "lastError")).contains("550");
        assertThat(failure(block.request()).reason()).isEqualTo("SMTP 550 5.1.1");
        assertThat(failure(block.request()).attempts()).isEqualTo(1);
    }

    @Test
    void operatorWithoutAMailbox_isSeenAsFailed_andStillGetsTheRecord() {
        // Given
        var block = Samples.aBlock(XLSMART);
        // When
        Topics.publish(block);
        // Then
        awaitState(block.request(), "email", "FAILED");
        awaitState(block.request(), "kafka", "DELIVERED");
        assertThat(deliveryOf(block.request(), "email", "lastError")).contains("sigap.operators.XLSMART.email");
    }

    @Test
    void operatorThatTakesNoMail_isToldOnItsTopicAlone_andNothingFails() throws SQLException {
        // Given
        var block = Samples.aBlock(TRI);
        // When
        Topics.publish(block);
        // Then
        await().atMost(PATIENCE).until(() -> deliveryOf(block.request(), "kafka", "state") != null);
        assertThat(deliveryOf(block.request(), "email", "state")).isNull();
        forgetWhatWaitsFor(TRI);
    }

    @Test
    void delivery_isTriedAnewByOps_onlyAfterItWasGivenUp() {
        // Given
        var block = Samples.aBlock(INDOSAT);
        Topics.publish(block);
        awaitState(block.request(), "email", "FAILED");
        // When
        var retried = as(Tokens.ops())
                .post("/api/v1/deliveries/{id}/retry", deliveryOf(block.request(), "email", "delivery"));
        // Then
        retried.then().statusCode(200).body("state", equalTo("RETRYING"));
        awaitState(block.request(), "email", "FAILED");
        as(Tokens.ops())
                .post("/api/v1/deliveries/{id}/retry", deliveryOf(block.request(), "kafka", "delivery"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:sigap:problem:illegal-move"))
                .body("state", equalTo("DELIVERED"));
    }

    @Test
    void oldBlock_isNotBroughtAfterTheUnblockThatFollowedIt() {
        // Given
        var block = Samples.aBlock(INDOSAT);
        var unblock = Samples.anUnblockOf(block);
        Topics.publish(block, 1);
        Topics.publish(unblock, 2);
        awaitState(unblock.request(), "email", "FAILED");
        // When
        var retried = as(Tokens.supervisor())
                .post("/api/v1/deliveries/{id}/retry", deliveryOf(block.request(), "email", "delivery"));
        // Then
        retried.then().statusCode(409).body("type", equalTo("urn:sigap:problem:delivery-overtaken"));
    }

    @Test
    void requestsOfOneNumber_arriveInTheirOrder_afterAnOutage() {
        // Given
        SmtpGate.shut();
        var block = Samples.aBlock(TELKOMSEL);
        var unblock = Samples.anUnblockOf(block);
        Topics.publish(block, 1);
        awaitState(block.request(), "email", "RETRYING");
        Topics.publish(unblock, 2);
        awaitState(unblock.request(), "kafka", "DELIVERED");
        // When
        SmtpGate.open();
        // Then
        int unblocked = mailAbout(unblock.request()).id();
        assertThat(mailAbout(block.request()).id()).isLessThan(unblocked);
    }

    @Test
    void crashBeforeTheRecording_bringsItAgainWithTheSameId() throws SQLException {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(block);
        awaitState(block.request(), "kafka", "DELIVERED");
        // When
        toBringAgain(block.request(), Duration.ZERO);
        // Then
        await().atMost(PATIENCE).until(() -> onTopicOf(block.request()).size() == 2);
        assertThat(onTopicOf(block.request()))
                .extracting(EventOnTopic::id)
                .containsOnly(block.request().toString());
    }

    @Test
    void whatAClockThatWasAheadPlanned_isNotWaitedFor() throws SQLException {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(block);
        awaitState(block.request(), "kafka", "DELIVERED");
        // When
        toBringAgain(block.request(), Duration.ofHours(25));
        // Then
        await().atMost(PATIENCE).until(() -> onTopicOf(block.request()).size() == 2);
    }

    @Test
    void deliveries_areOpsAndSupervisorsBusiness() {
        as(Tokens.officer()).get("/api/v1/deliveries").then().statusCode(403);
        as(Tokens.regulator())
                .post("/api/v1/deliveries/{id}/retry", UUID.randomUUID().toString())
                .then()
                .statusCode(403);
        as(Tokens.ops())
                .post("/api/v1/deliveries/{id}/retry", UUID.randomUUID().toString())
                .then()
                .statusCode(404);
        as(Tokens.ops())
                .get("/api/v1/deliveries?state=lost")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("state"));
    }

    private static List<EventOnTopic> onTopicOf(RequestId request) {
        try (var reader = TopicReader.of(Topic.requestsTo(TELKOMSEL))) {
            reader.awaitFirst(record -> record.id().equals(request.toString()));
            return reader.all().stream()
                    .filter(record -> record.id().equals(request.toString()))
                    .toList();
        }
    }

    private static List<EventOnTopic> said(RequestId request, int count) {
        try (var reader = TopicReader.of(Topic.CONFIRMATIONS)) {
            return reader.await(request.toString(), count);
        }
    }

    private static DeliveryFailed failure(RequestId request) {
        try (var reader = TopicReader.of(Topic.CONFIRMATIONS)) {
            return reader.await(request.toString(), DeliveryFailed.class);
        }
    }

    private static ReceivedMail mailAbout(RequestId request) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Mailbox.messagesTo(Operators.TELKOMSEL_MAILBOX).stream()
                                .filter(mail -> mail.text().contains(request.toString()))
                                .toList(),
                        mails -> !mails.isEmpty())
                .getFirst();
    }

    private static void awaitState(RequestId request, String channel, String state) {
        await("%s by %s is %s".formatted(request, channel, state))
                .atMost(PATIENCE)
                .until(() -> state.equals(deliveryOf(request, channel, "state")));
    }

    private static String deliveryOf(RequestId request, String channel, String field) {
        return as(Tokens.ops())
                .get("/api/v1/deliveries?request={request}&channel={channel}", request.toString(), channel)
                .path("items[0]." + field);
    }

    /** Would be tried again and again beside all other tests. */
    private static void forgetWhatWaitsFor(OperatorCode operator) throws SQLException {
        try (var connection = SharedInfrastructure.database("notifier").asService();
                var update = connection.prepareStatement(
                        "update delivery set state = 'FAILED', last_error = 'forgotten' where operator = ?")) {
            update.setString(1, operator.value());
            update.executeUpdate();
        }
    }

    /** As if the service had died after the broker's acknowledgement and before writing it down. @param in from now */
    private static void toBringAgain(RequestId request, Duration in) throws SQLException {
        try (var connection = SharedInfrastructure.database("notifier").asService();
                var update = connection.prepareStatement(
                        "update delivery set state = 'PENDING', delivered_at = null, "
                                + "next_attempt_at = now() + make_interval(secs => ?) where request = ? and channel = 'KAFKA'")) {
            update.setDouble(1, in.toSeconds());
            update.setObject(2, request.value());
            update.executeUpdate();
        }
    }
}
