package id.sigap.notifier.reply;

import static id.sigap.notifier.Asked.as;
import static id.sigap.notifier.Asked.indosat;
import static id.sigap.notifier.Asked.stateOf;
import static id.sigap.notifier.Asked.telkomsel;
import static id.sigap.notifier.Samples.INDOSAT;
import static id.sigap.notifier.Samples.TELKOMSEL;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.sigap.events.Event;
import id.sigap.events.RequestId;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReferenceGiven;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.infrastructure.Account;
import id.sigap.notifier.Asked;
import id.sigap.notifier.Samples;
import id.sigap.notifier.WithOperators;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.Tokens;
import id.sigap.testing.TopicReader;
import id.sigap.testing.Topics;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class RestReplyTest {

    private static final String ONE = "/api/v1/requests/{id}";
    private static final AtomicReference<BlockRequested> UNANSWERED = new AtomicReference<>();

    @Test
    void request_isAcknowledgedAndConfirmed() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        var doneAt = block.requestedAt().plusMillis(1);
        // When
        telkomsel()
                .post(ONE + "/acknowledge", id(block.request()))
                .then()
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"));
        var confirmed = telkomsel()
                .body("{\"doneAt\":\"%s\",\"networkReference\":\"TSEL-7\"}".formatted(doneAt))
                .post(ONE + "/confirm", id(block.request()));
        // Then
        confirmed
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("doneAt", equalTo(doneAt.toString()))
                .body("networkReference", equalTo("TSEL-7"))
                .body("answeredVia", equalTo("REST"))
                .body("acknowledgedAt", notNullValue());
        var said = said(block.request(), BlockConfirmed.class);
        assertThat(said.blockedAt()).isEqualTo(doneAt);
        assertThat(said.networkReference()).contains("TSEL-7");
        assertThat(said.via()).isEqualTo(ReplyChannel.REST);
        assertThat(said.receivedAt())
                .isBetween(block.requestedAt(), Instant.now().plusSeconds(1));
        assertThat(said(block.request(), RequestAcknowledged.class).operator()).isEqualTo(TELKOMSEL);
    }

    @Test
    void confirmation_needsNoBody() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        // When
        var confirmed = given().noContentType()
                .auth()
                .oauth2(Tokens.operator(Account.TELKOMSEL))
                .post(ONE + "/confirm", id(block.request()));
        // Then
        confirmed.then().statusCode(200).body("state", equalTo("CONFIRMED"));
    }

    @Test
    void sameAnswerTwice_isNothingNew_andAnotherIsRefused() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        var body = "{\"reason\":\"NOT_OURS\",\"suggestedOperator\":\"INDOSAT\",\"note\":\"Ported.\"}";
        // When
        telkomsel()
                .body(body)
                .post(ONE + "/decline", id(block.request()))
                .then()
                .statusCode(200);
        telkomsel()
                .body(body)
                .post(ONE + "/decline", id(block.request()))
                .then()
                .statusCode(200);
        var contradiction = telkomsel().post(ONE + "/confirm", id(block.request()));
        // Then
        contradiction
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sigap:problem:illegal-move"))
                .body("state", equalTo("DECLINED"));
        var declined = said(block.request(), BlockDeclined.class);
        assertThat(declined.suggestedOperator()).contains(INDOSAT);
        assertThat(declined.note()).isEqualTo(Optional.of("Ported."));
        assertThat(allSaid(block.request(), BlockDeclined.class)).hasSize(1);
    }

    @Test
    void bareConfirmation_isGivenItsReferenceLater_once() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        telkomsel().post(ONE + "/confirm", id(block.request())).then().statusCode(200);
        // When
        var given = telkomsel().body("{\"networkReference\":\"TSEL-8\"}").post(ONE + "/confirm", id(block.request()));
        // Then
        given.then().statusCode(200).body("networkReference", equalTo("TSEL-8"));
        assertThat(said(block.request(), ReferenceGiven.class).networkReference())
                .isEqualTo("TSEL-8");
        telkomsel()
                .body("{\"networkReference\":\"TSEL-8\"}")
                .post(ONE + "/confirm", id(block.request()))
                .then()
                .statusCode(200);
        telkomsel()
                .body("{\"networkReference\":\"TSEL-9\"}")
                .post(ONE + "/confirm", id(block.request()))
                .then()
                .statusCode(409);
        assertThat(allSaid(block.request(), ReferenceGiven.class)).hasSize(1);
        assertThat(allSaid(block.request(), BlockConfirmed.class)).hasSize(1);
    }

    @Test
    void withdrawnRequest_cannotBeAnswered_butABlockIsKeptAsAFact() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(block, 1);
        Topics.publish(Samples.aWithdrawalOf(block), 2);
        Asked.awaitRequest(block.request());
        await().until(() -> stateOf(block.request()).equals("WITHDRAWN"));
        var doneAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        // When
        var answers = List.of(
                telkomsel().post(ONE + "/acknowledge", id(block.request())),
                telkomsel().body("{\"reason\":\"NOT_ACTIVE\"}").post(ONE + "/decline", id(block.request())),
                telkomsel()
                        .body("{\"doneAt\":\"%s\",\"networkReference\":\"TSEL-3\"}".formatted(doneAt))
                        .post(ONE + "/confirm", id(block.request())),
                telkomsel().body("{\"doneAt\":\"%s\"}".formatted(doneAt)).post(ONE + "/confirm", id(block.request())));
        // Then
        answers.forEach(answer -> answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sigap:problem:withdrawn")));
        var late = said(block.request(), LateBlockReported.class);
        assertThat(late.blockedAt()).isEqualTo(doneAt);
        assertThat(late.networkReference()).contains("TSEL-3");
        assertThat(late.via()).isEqualTo(ReplyChannel.REST);
        assertThat(allSaid(block.request(), LateBlockReported.class)).hasSize(1);
        assertThat(stateOf(block.request())).isEqualTo("WITHDRAWN");
        telkomsel()
                .get("/api/v1/requests?state=withdrawn&limit=200")
                .then()
                .statusCode(200)
                .body("items.request", hasItem(id(block.request())))
                .body("items.state", everyItem(equalTo("WITHDRAWN")));
    }

    @Test
    void numberBlockedAgain_afterTheUnblockWasAsked_isRefused_andKeptAsAFact() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        Topics.publish(block, 1);
        Asked.awaitRequest(block.request());
        telkomsel().post(ONE + "/confirm", id(block.request())).then().statusCode(200);
        var unblock = Samples.anUnblockOf(block);
        Topics.publish(unblock, 2);
        Asked.awaitRequest(unblock.request());
        var doneAt = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.MILLIS);
        // When
        var again =
                telkomsel().body("{\"doneAt\":\"%s\"}".formatted(doneAt)).post(ONE + "/confirm", id(block.request()));
        // Then
        again.then().statusCode(409).body("state", equalTo("CONFIRMED"));
        assertThat(said(block.request(), LateBlockReported.class).blockedAt()).isEqualTo(doneAt);
    }

    @Test
    void unblock_isConfirmed_andCannotBeDeclined() {
        // Given
        var block = Samples.aBlock(TELKOMSEL);
        var unblock = Samples.anUnblockOf(block);
        Topics.publish(block, 1);
        Topics.publish(unblock, 2);
        Asked.awaitRequest(unblock.request());
        // When
        var declined = telkomsel().body("{\"reason\":\"NOT_ACTIVE\"}").post(ONE + "/decline", id(unblock.request()));
        // Then
        declined.then().statusCode(409).body("type", equalTo("urn:sigap:problem:unblock-declined"));
        telkomsel().post(ONE + "/confirm", id(unblock.request())).then().statusCode(200);
        assertThat(said(unblock.request(), UnblockConfirmed.class).via()).isEqualTo(ReplyChannel.REST);
    }

    @Test
    void anotherOperatorsRequest_doesNotExist() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        // Then
        indosat().get(ONE, id(block.request())).then().statusCode(404);
        for (String move : List.of("acknowledge", "confirm")) {
            indosat().post(ONE + "/" + move, id(block.request())).then().statusCode(404);
        }
        indosat()
                .body("{\"reason\":\"NOT_OURS\"}")
                .post(ONE + "/decline", id(block.request()))
                .then()
                .statusCode(404);
        indosat().get("/api/v1/requests?operator=TELKOMSEL").then().statusCode(404);
        assertThat(stateOf(block.request())).isEqualTo("PENDING");
    }

    @Test
    void list_showsAnOperatorItsOwn_pageByPage() {
        // Given
        var first = Asked.toBlock(INDOSAT);
        var second = Asked.toBlock(INDOSAT);
        Asked.toBlock(TELKOMSEL);
        indosat().post(ONE + "/confirm", id(first.request())).then().statusCode(200);
        // Then
        indosat()
                .get("/api/v1/requests?state=open&limit=200")
                .then()
                .statusCode(200)
                .body("items.operator", everyItem(equalTo("INDOSAT")))
                .body("items.request", hasItem(id(second.request())))
                .body("items.request", not(hasItem(id(first.request()))));
        var page = indosat().get("/api/v1/requests?limit=1");
        page.then().statusCode(200).body("items.size()", equalTo(1)).body("next", notNullValue());
        indosat()
                .get("/api/v1/requests?limit=1&after={next}", page.<String>path("next"))
                .then()
                .statusCode(200)
                .body("items[0].request", not(equalTo(page.<String>path("items[0].request"))));
    }

    @Test
    void staff_mayReadAllRequests_andAnswerNone() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        // Then
        for (String token : List.of(Tokens.officer(), Tokens.supervisor(), Tokens.regulator())) {
            as(token).get(ONE, id(block.request())).then().statusCode(200);
            as(token).post(ONE + "/confirm", id(block.request())).then().statusCode(403);
        }
        as(Tokens.ops()).get(ONE, id(block.request())).then().statusCode(403);
        given().get(ONE, id(block.request())).then().statusCode(401);
        as(Tokens.regulator())
                .get("/api/v1/requests?operator=TELKOMSEL&limit=200")
                .then()
                .body("items.operator", everyItem(equalTo("TELKOMSEL")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"operator\": null",
                ", \"operator\": 7",
                ", \"operator\": [\"TELKOMSEL\"]",
                ", \"operator\": {\"code\": \"TELKOMSEL\"}",
                ", \"operator\": \"\"",
                ", \"operator\": \"tel komsel\""
            })
    void operatorsTokenThatNamesNoOperator_isRefused(String claim) {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        var token = Tokens.saying(
                "{\"preferred_username\":\"nobody\",\"roles\":[\"operator\"],\"aud\":\"sigap\"" + claim + "}");
        // Then
        as(token)
                .get("/api/v1/requests")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:sigap:problem:operator-not-named"));
        as(token).post(ONE + "/confirm", id(block.request())).then().statusCode(403);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "confirm | {\"doneAt\":\"2999-01-01T00:00:00Z\"} | doneAt",
                "confirm | {\"doneAt\":\"2020-01-01T00:00:00Z\"} | doneAt",
                "confirm | {\"doneAt\":\"yesterday\"} | doneAt",
                "confirm | {\"networkReference\":\"a\\u0000b\"} | networkReference",
                "confirm | {\"networkReference\":\"a\\u009bb\"} | networkReference",
                "confirm | {\"networkReference\":7} | networkReference",
                "confirm | {\"doneAt\":1796028646} | doneAt",
                "confirm | {\"doneAt\":\"\"} | doneAt",
                "decline | {\"reason\":0} | reason",
                "confirm | {\"done\":\"2026-01-01T00:00:00Z\"} | done",
                "decline | {} | reason",
                "decline | {\"reason\":\"BUSY\"} | reason",
                "decline | {\"reason\":\"NOT_OURS\",\"suggestedOperator\":\"indosat\"} | suggestedOperator",
                "decline | {\"reason\":\"NOT_OURS\",\"suggestedOperator\":\"TELKOMSEL\"} | suggestedOperator"
            })
    void badInput_isAnsweredWithItsField_andChangesNothing(String move, String body, String field) {
        // Given
        var block = unanswered();
        // When
        var refused = telkomsel().body(body).post(ONE + "/" + move, id(block.request()));
        // Then
        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(startsWith(field)));
        assertThat(stateOf(block.request())).isEqualTo("PENDING");
    }

    @Test
    void words_areCountedAsByTopic_andKeptAsTheyAreLookedUp() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        var longest = "🙂".repeat(100);
        // When
        var tooLong = telkomsel()
                .body("{\"networkReference\":\"%s\"}".formatted(longest + "x"))
                .post(ONE + "/confirm", id(block.request()));
        var invisible =
                telkomsel().body("{\"networkReference\":\"\u200b\"}").post(ONE + "/confirm", id(block.request()));
        // Then
        tooLong.then().statusCode(400).body("errors.field", contains(startsWith("networkReference")));
        invisible.then().statusCode(200).body("networkReference", nullValue());
        // And given
        var other = Asked.toBlock(TELKOMSEL);
        // When
        var pasted = telkomsel()
                .body("{\"networkReference\":\" TSEL–7\u00a0a\ufeff\"}")
                .post(ONE + "/confirm", id(other.request()));
        var typed = telkomsel().body("{\"networkReference\":\"TSEL-7 a\"}").post(ONE + "/confirm", id(other.request()));
        // Then
        pasted.then().statusCode(200).body("networkReference", equalTo("TSEL-7 a"));
        typed.then().statusCode(200);
    }

    @Test
    void severalFaults_areNamedAtOnce() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        var note = "x".repeat(501);
        // When
        var refused = telkomsel()
                .body("{\"suggestedOperator\":\"?\",\"note\":\"%s\"}".formatted(note))
                .post(ONE + "/decline", id(block.request()));
        // Then
        refused.then().statusCode(400).body("errors.field", containsInAnyOrder("note", "reason", "suggestedOperator"));
    }

    @Test
    void unknownOrUnreadableId_isNotFound() {
        telkomsel().get(ONE, UUID.randomUUID().toString()).then().statusCode(404);
        telkomsel().post(ONE + "/confirm", "1-1-1-1-1").then().statusCode(404);
    }

    @Test
    void api_describesItself() {
        given().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths.keySet()", hasItem("/api/v1/requests/{request}/confirm"));
    }

    /** One for all that change nothing. */
    private static BlockRequested unanswered() {
        return UNANSWERED.updateAndGet(known -> known == null ? Asked.toBlock(TELKOMSEL) : known);
    }

    private static String id(RequestId request) {
        return request.toString();
    }

    private static <E extends Event> E said(RequestId request, Class<E> type) {
        try (var reader = TopicReader.of(Topic.CONFIRMATIONS)) {
            return reader.await(request.toString(), type);
        }
    }

    private static List<?> allSaid(RequestId request, Class<?> type) {
        try (var reader = TopicReader.of(Topic.CONFIRMATIONS)) {
            return reader.allOf(request.toString()).stream()
                    .map(EventOnTopic::event)
                    .filter(type::isInstance)
                    .toList();
        }
    }
}
