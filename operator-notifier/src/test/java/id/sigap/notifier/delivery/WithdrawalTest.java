package id.sigap.notifier.delivery;

import static id.sigap.notifier.Asked.as;
import static id.sigap.notifier.Asked.awaitRequest;
import static id.sigap.notifier.Asked.stateOf;
import static id.sigap.notifier.Asked.telkomsel;
import static id.sigap.notifier.Samples.TELKOMSEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.events.Action;
import id.sigap.events.CloudEventHeader;
import id.sigap.events.Msisdn;
import id.sigap.events.RequestId;
import id.sigap.events.Topic;
import id.sigap.events.operator.ActionRequested;
import id.sigap.events.operator.ActionWithdrawn;
import id.sigap.infrastructure.ReceivedMail;
import id.sigap.notifier.Operators;
import id.sigap.notifier.Samples;
import id.sigap.notifier.SmtpGate;
import id.sigap.notifier.WithOperators;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.Mailbox;
import id.sigap.testing.Tokens;
import id.sigap.testing.TopicReader;
import id.sigap.testing.Topics;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is answered or withdrawn is brought no more, and a withdrawal goes wherever the request went. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class WithdrawalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @AfterEach
    void mailServer_isUp() {
        SmtpGate.open();
    }

    @Test
    void requestAnsweredByTopic_whileTheMailServerWasDown_isNotMailedAfterwards() {
        // Given
        SmtpGate.shut();
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(block);
        awaitState(block.request(), "email", "RETRYING");
        // When
        var json = "{\"request\":\"%s\",\"outcome\":\"CONFIRMED\"}".formatted(block.request());
        Topics.publish(new ProducerRecord<>(
                Topic.confirmationsOf(TELKOMSEL).name(),
                block.request().toString(),
                json.getBytes(StandardCharsets.UTF_8)));
        awaitState(block.request(), "email", "CANCELLED");
        SmtpGate.open();
        // Then
        var next = Samples.aBlock(TELKOMSEL);
        Topics.publish(next);
        awaitMail(next.request(), 1);
        assertThat(mailsAbout(block.request())).isEmpty();
        assertThat(stateOf(block.request())).isEqualTo("CONFIRMED");
    }

    @Test
    void whatWasAnswered_isNotTriedAnew_andSaysWhy() {
        // Given
        SmtpGate.shut();
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(block);
        awaitState(block.request(), "email", "RETRYING");
        telkomsel().post("/api/v1/requests/{id}/confirm", block.request().toString());
        // When
        var retried = as(Tokens.ops())
                .post("/api/v1/deliveries/{id}/retry", deliveryOf(block.request(), "email", "REQUEST", "delivery"));
        // Then
        retried.then().statusCode(409).body("type", equalTo("urn:sigap:problem:delivery-answered"));
        as(Tokens.ops())
                .get(
                        "/api/v1/deliveries?state=cancelled&request={id}",
                        block.request().toString())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].matter", equalTo("REQUEST"));
    }

    @Test
    void withdrawal_isToldOnEveryChannelThatCarriedTheRequest_beforeTheUnblock() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        var withdrawal = Samples.aWithdrawalOf(block);
        var unblock = Samples.anUnblockOf(block);
        Topics.publish(block, 1);
        awaitState(block.request(), "kafka", "DELIVERED");
        awaitState(block.request(), "email", "DELIVERED");
        // When
        Topics.publish(withdrawal, 2);
        Topics.publish(unblock, 3);
        // Then
        var told = onTopicAbout(block.number(), 3);
        assertThat(told)
                .extracting(record -> (Object) record.event().getClass())
                .containsExactly(ActionRequested.class, ActionWithdrawn.class, ActionRequested.class);
        var record = told.get(1);
        assertThat(record.event())
                .isEqualTo(new ActionWithdrawn(
                        block.request(),
                        block.ticketNumber(),
                        Action.BLOCK,
                        block.number(),
                        withdrawal.withdrawnAt(),
                        "Komdigi"));
        assertThat(record.header(CloudEventHeader.TYPE)).contains("id.sigap.operator.action-withdrawn.v1");
        assertThat(record.header(CloudEventHeader.SUBJECT))
                .contains(block.request().toString());
        assertThat(record.id())
                .isEqualTo(deliveryOf(block.request(), "kafka", "WITHDRAWAL", "delivery"))
                .isNotEqualTo(block.request().toString());
        var mails = awaitMail(block.request(), 2);
        assertThat(mails.getFirst().subject())
                .contains("DITARIK/WITHDRAWN", block.number().value());
        assertThat(mails.getFirst().text()).contains("batalkan", "undo it");
        assertThat(awaitMail(unblock.request(), 1).getFirst().id())
                .isGreaterThan(mails.getFirst().id());
        as(Tokens.regulator())
                .get("/api/v1/requests/{id}", block.request().toString())
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawnAt", equalTo(withdrawal.withdrawnAt().toString()));
    }

    @Test
    void withdrawal_ofWhatWasAnswered_changesNothing_andIsToldNobody() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        var unblock = Samples.anUnblockOf(block);
        Topics.publish(block, 1);
        awaitRequest(block.request());
        telkomsel().post("/api/v1/requests/{id}/confirm", block.request().toString());
        // When
        Topics.publish(Samples.aWithdrawalOf(block), 2);
        Topics.publish(unblock, 3);
        // Then
        awaitState(unblock.request(), "kafka", "DELIVERED");
        assertThat(stateOf(block.request())).isEqualTo("CONFIRMED");
        assertThat(onTopicAbout(block.number(), 1)).noneMatch(record -> record.event() instanceof ActionWithdrawn);
    }

    @Test
    void withdrawal_heardBeforeItsRequest_isRemembered_andNothingIsBrought() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(Samples.aWithdrawalOf(block), 1);
        // When
        Topics.publish(block, 2);
        // Then
        awaitRequest(block.request());
        assertThat(stateOf(block.request())).isEqualTo("WITHDRAWN");
        assertThat(deliveryOf(block.request(), "kafka", "REQUEST", "state")).isNull();
    }

    @Test
    void withdrawnTwice_isToldOnce() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        var unblock = Samples.anUnblockOf(block);
        Topics.publish(block, 1);
        awaitState(block.request(), "kafka", "DELIVERED");
        // When
        Topics.publish(Samples.aWithdrawalOf(block), 2);
        Topics.publish(Samples.aWithdrawalOf(block), 3);
        Topics.publish(unblock, 4);
        // Then
        awaitState(unblock.request(), "kafka", "DELIVERED");
        assertThat(onTopicAbout(block.number(), 3))
                .filteredOn(record -> record.event() instanceof ActionWithdrawn)
                .hasSize(1);
    }

    @Test
    void retryOfAWithdrawnRequest_isRefused_inWords() {
        // Given
        SmtpGate.shut();
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(block, 1);
        awaitState(block.request(), "email", "RETRYING");
        // When
        Topics.publish(Samples.aWithdrawalOf(block), 2);
        awaitState(block.request(), "email", "CANCELLED");
        // Then
        as(Tokens.supervisor())
                .post("/api/v1/deliveries/{id}/retry", deliveryOf(block.request(), "email", "REQUEST", "delivery"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:sigap:problem:delivery-withdrawn"));
        assertThat(deliveryOf(block.request(), "email", "WITHDRAWAL", "state")).isIn("PENDING", "RETRYING");
    }

    /** The newest first: what lay in the mailbox before lies last. */
    private static List<ReceivedMail> awaitMail(RequestId request, int count) {
        return await().atMost(PATIENCE).until(() -> mailsAbout(request), mails -> mails.size() >= count);
    }

    private static List<ReceivedMail> mailsAbout(RequestId request) {
        return Mailbox.messagesTo(Operators.TELKOMSEL_MAILBOX).stream()
                .filter(mail -> mail.text().contains(request.toString()))
                .sorted((one, other) -> Integer.compare(other.id(), one.id()))
                .toList();
    }

    private static List<EventOnTopic> onTopicAbout(Msisdn number, int atLeast) {
        try (var reader = TopicReader.of(Topic.requestsTo(TELKOMSEL))) {
            return reader.await(number.value(), atLeast);
        }
    }

    private static void awaitState(RequestId request, String channel, String state) {
        await("%s by %s is %s".formatted(request, channel, state))
                .atMost(PATIENCE)
                .until(() -> state.equals(deliveryOf(request, channel, "REQUEST", "state")));
    }

    private static String deliveryOf(RequestId request, String channel, String matter, String field) {
        return as(Tokens.ops())
                .get("/api/v1/deliveries?request={request}&channel={channel}", request.toString(), channel)
                .path("items.find { it.matter == '%s' }?.%s".formatted(matter, field));
    }
}
