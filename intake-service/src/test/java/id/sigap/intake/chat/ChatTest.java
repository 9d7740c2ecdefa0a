package id.sigap.intake.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.events.Topic;
import id.sigap.events.report.Author;
import id.sigap.events.report.MessagePosted;
import id.sigap.infrastructure.Account;
import id.sigap.intake.testing.ChatClient;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.Tokens;
import id.sigap.testing.TopicReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
class ChatTest {

    @Inject
    Conversations conversations;

    private static ChatClient reporter(Citizen citizen, long after) {
        return new ChatClient().send(Map.of("type", "hello", "receipt", citizen.receipt(), "after", after));
    }

    private static ChatClient officer(Citizen citizen, String token) {
        return new ChatClient().send(Map.of("type", "hello", "token", token, "report", citizen.report(), "after", 0));
    }

    @Test
    void message_isStoredThenPushedToBothSides_andSaidWithoutItsText() {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0);
                var officer = officer(citizen, Tokens.officer());
                var topic = TopicReader.of(Topic.REPORTS)) {
            reporter.hears("welcome");
            officer.hears("welcome");
            // When
            officer.say("Boleh kirim fotonya?", "o-1");
            // Then
            var heard = reporter.hears("message");
            assertThat(heard.getString("text")).isEqualTo("Boleh kirim fotonya?");
            assertThat(heard.getString("author")).isEqualTo("OFFICER");
            assertThat(heard.getLong("seq")).isEqualTo(1);
            assertThat(officer.hears("ack").getString("clientId")).isEqualTo("o-1");
            assertThat(topic.await(citizen.report(), MessagePosted.class).author())
                    .isEqualTo(Author.OFFICER);
        }
    }

    @Test
    void client_resumesBySequence() {
        // Given
        var citizen = Citizen.whoReported();
        try (var before = reporter(citizen, 0)) {
            before.hears("welcome");
            before.say("satu", "1").hears("ack");
            before.say("dua", "2").hears("ack");
            before.say("tiga", "3").hears("ack");
        }
        // When
        try (var resumed = reporter(citizen, 1)) {
            // Then
            assertThat(resumed.hears("welcome").getLong("lastSeq")).isEqualTo(3);
            assertThat(resumed.hears("message").getString("text")).isEqualTo("dua");
            assertThat(resumed.hears("message").getString("text")).isEqualTo("tiga");
        }
    }

    @Test
    void messageSentTwice_isOne() {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0)) {
            reporter.hears("welcome");
            // When
            long first = reporter.say("halo", "same").hears("ack").getLong("seq");
            long second = reporter.say("halo", "same").hears("ack").getLong("seq");
            // Then
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void otherSide_isSeenComing_typing_andLeaving() {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0)) {
            reporter.hears("welcome");
            // When
            try (var officer = officer(citizen, Tokens.officer())) {
                // Then
                assertThat(reporter.hears("presence").getBoolean("online")).isTrue();
                officer.hears("welcome");
                officer.send(Map.of("type", "typing"));
                assertThat(reporter.hears("typing").getString("author")).isEqualTo("OFFICER");
            }
            assertThat(reporter.hears("presence").getBoolean("online")).isFalse();
        }
    }

    @Test
    void wrongReceipt_isShownTheDoor() throws InterruptedException {
        try (var stranger = new ChatClient()) {
            // When
            stranger.send(Map.of("type", "hello", "receipt", "0000-0000-0000-0000-0000-0000-0000"));
            // Then
            assertThat(stranger.hears("error").getString("code")).isEqualTo("receipt-unknown");
            assertThat(stranger.isClosedByServer()).isTrue();
        }
    }

    @Test
    void opsToken_isShownTheDoor() throws InterruptedException {
        // Given
        var citizen = Citizen.whoReported();
        try (var stranger = officer(citizen, Tokens.ops())) {
            // Then
            assertThat(stranger.hears("error").getString("code")).isEqualTo("forbidden");
            assertThat(stranger.isClosedByServer()).isTrue();
        }
    }

    @Test
    void madeUpToken_isShownTheDoor() throws InterruptedException {
        // Given
        var citizen = Citizen.whoReported();
        try (var stranger = officer(citizen, "not.a.token")) {
            // Then
            assertThat(stranger.hears("error").getString("code")).isEqualTo("unauthorized");
            assertThat(stranger.isClosedByServer()).isTrue();
        }
    }

    @Test
    void socketThatSaysNothing_isClosed() throws InterruptedException {
        try (var silent = new ChatClient()) {
            assertThat(silent.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"shout\"}",
                "null",
                "[]",
                "1",
                "{",
                "",
                "{\"type\":null}",
                "{\"type\":\"message\"}",
                "{\"type\":\"message\",\"text\":null,\"clientId\":null}",
                "{\"type\":\"seen\",\"seq\":\"x\"}",
                "{\"type\":\"message\",\"text\":\"\\ud800\\u0000\"}"
            })
    void frameThatIsNone_isAnError_andTheSocketStays(String frame) {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0)) {
            reporter.hears("welcome");
            // When
            reporter.sendText(frame);
            // Then
            assertThat(reporter.hears("error").getString("code")).isIn("bad-frame", "invalid-input");
            assertThat(reporter.say("masih di sini", "x").hears("ack").getLong("seq"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aFrameLargerThanAnyMessage_closesItsSocket_andNoOther() throws InterruptedException {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0);
                var officer = officer(citizen, Tokens.officer())) {
            reporter.hears("welcome");
            officer.hears("welcome");
            // When
            reporter.sendText("x".repeat(20_000));
            // Then
            assertThat(reporter.isClosedByServer()).isTrue();
            assertThat(officer.say("masih di sini", "x").hears("ack").getLong("seq"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aKeyThatIsAnotherMessages_isRefused_andWhatWasSaidStays() {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0)) {
            reporter.hears("welcome");
            reporter.say("satu", "same").hears("ack");
            // When
            reporter.say("dua", "same");
            // Then
            var fault = reporter.hears("error");
            assertThat(fault.getString("code")).isEqualTo("idempotency-key-reused");
            assertThat(fault.getString("clientId")).isEqualTo("same");
        }
        citizen.asking()
                .header("Idempotency-Key", "same")
                .contentType(ContentType.JSON)
                .body(Map.of("text", "tiga"))
                .post("/api/v1/report/messages")
                .then()
                .statusCode(422);
        citizen.asking().get("/api/v1/report/messages").then().body("text", contains("satu"));
    }

    @Test
    void anOfficersSocket_endsWithItsToken() throws InterruptedException {
        // Given
        var citizen = Citizen.whoReported();
        long soon = Instant.now().plusSeconds(3).getEpochSecond();
        String token = Tokens.saying(
                "{\"preferred_username\":\"sari\",\"roles\":[\"officer\"],\"aud\":\"sigap\",\"exp\":" + soon + "}");
        try (var officer = officer(citizen, token)) {
            // When
            officer.hears("welcome");
            // Then
            assertThat(officer.isClosedByServer()).isTrue();
            assertThat(Instant.now().getEpochSecond()).isGreaterThanOrEqualTo(soon);
        }
    }

    @Test
    void textThatIsTooLong_isRefused() {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0)) {
            reporter.hears("welcome");
            // When
            reporter.say("x".repeat(2001), "long");
            // Then
            var fault = reporter.hears("error");
            assertThat(fault.getString("code")).isEqualTo("invalid-input");
            assertThat(fault.getString("clientId")).isEqualTo("long");
        }
    }

    @Test
    void socketThatSpeaksTooFast_isSlowedDown() {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0)) {
            reporter.hears("welcome");
            // When
            for (int i = 0; i < 40; i++) {
                reporter.send(Map.of("type", "typing"));
            }
            // Then
            assertThat(reporter.hears("error").getString("code")).isEqualTo("too-fast");
        }
    }

    @Test
    void socketThatGoesOnAllTheSame_isClosed_alsoBeforeItSaidWhoItIs() throws InterruptedException {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0)) {
            reporter.hears("welcome");
            // When
            reporter.floods(100);
            // Then
            assertThat(reporter.whyClosed()).isEqualTo("too-fast");
        }
        try (var stranger = new ChatClient()) {
            // When
            stranger.floods(100);
            // Then
            assertThat(stranger.whyClosed()).isEqualTo("too-fast");
        }
    }

    @Test
    void moreWindowsThanAnybodyNeeds_areShownTheDoor() throws InterruptedException {
        // Given
        var citizen = Citizen.whoReported();
        var windows = new ArrayList<ChatClient>();
        try {
            for (int i = 0; i < 20; i++) {
                windows.add(reporter(citizen, 0));
                windows.getLast().hears("welcome");
            }
            // When
            windows.add(reporter(citizen, 0));
            // Then
            assertThat(windows.getLast().hears("error").getString("code")).isEqualTo("too-many-requests");
            assertThat(windows.getLast().isClosedByServer()).isTrue();
            try (var officer = officer(citizen, Tokens.officer())) {
                officer.hears("welcome");
            }
        } finally {
            windows.forEach(ChatClient::close);
        }
    }

    @Test
    void windowsThatAreOpenedAtOnce_areNoMoreThanThat() {
        // Given
        var citizen = Citizen.whoReported();
        var windows = new ConcurrentLinkedQueue<ChatClient>();
        try {
            // When
            try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 30; i++) {
                    hands.execute(() -> windows.add(reporter(citizen, 0)));
                }
            }
            // Then
            assertThat(windows)
                    .filteredOn(window -> window.hearsEither("welcome", "error").equals("welcome"))
                    .hasSize(20);
        } finally {
            windows.forEach(ChatClient::close);
        }
    }

    /** OWASP ASVS 8.3.2. */
    @Test
    void whoseRoleWasTakenAway_isShownTheDoor_whateverTheTokenSays() throws InterruptedException {
        // Given
        var citizen = Citizen.whoReported();
        String token = Tokens.secondOfficer();
        Tokens.rolesNow(Account.BUDI, List.of());
        try (var officer = officer(citizen, token)) {
            // Then
            assertThat(officer.hears("error").getString("code")).isEqualTo("forbidden");
            assertThat(officer.isClosedByServer()).isTrue();
        } finally {
            Tokens.rolesNow(Account.BUDI, Account.BUDI.roles());
        }
    }

    @Test
    void messages_goByRestToo() {
        // Given
        var citizen = Citizen.whoReported();
        String key = UUID.randomUUID().toString();
        // When
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(Tokens.officer())
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(Map.of("text", "Sudah kami terima."))
                    .post("/api/v1/reports/" + citizen.report() + "/messages")
                    .then()
                    .statusCode(201);
        }
        citizen.asking()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Terima kasih."))
                .post("/api/v1/report/messages")
                .then()
                .statusCode(201);
        // Then
        citizen.asking()
                .get("/api/v1/report/messages?after=0")
                .then()
                .body("text", contains("Sudah kami terima.", "Terima kasih."))
                .body("[0].officer", equalTo("sari"));
    }

    @Test
    void whatTheOfficerHasRead_isToldToWhoComesBack() {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0);
                var officer = officer(citizen, Tokens.officer())) {
            reporter.hears("welcome");
            officer.hears("welcome");
            reporter.say("satu", "1").hears("ack");
            reporter.say("dua", "2").hears("ack");
            // When
            officer.send(Map.of("type", "seen", "seq", 1));
            // Then
            assertThat(reporter.hears("seen").getLong("seq")).isEqualTo(1);
        }
        // Then: also later
        try (var back = reporter(citizen, 2)) {
            var seen = back.hears("seen");
            assertThat(seen.getLong("seq")).isEqualTo(1);
            assertThat(seen.getString("author")).isEqualTo("OFFICER");
        }
    }

    @Test
    void aReadMark_neverGoesBack_norPastWhatWasSaid() {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0);
                var officer = officer(citizen, Tokens.officer())) {
            officer.hears("welcome");
            reporter.say("satu", "1").hears("ack");
            reporter.say("dua", "2").hears("ack");
            // When
            officer.send(Map.of("type", "seen", "seq", 999));
            assertThat(reporter.hears("seen").getLong("seq")).isEqualTo(2);
            officer.send(Map.of("type", "seen", "seq", 1));
            officer.say("tiga", "3").hears("ack");
        }
        // Then
        citizen.asking().get("/api/v1/report/messages").then().header("Sigap-Read", "2");
    }

    @Test
    void readingByRest_countsAsRead_exceptByTheRegulator() {
        // Given
        var citizen = Citizen.whoReported();
        String messages = "/api/v1/reports/" + citizen.report() + "/messages";
        try (var reporter = reporter(citizen, 0)) {
            reporter.hears("welcome");
            reporter.say("halo", "1").hears("ack");
            // When
            given().auth().oauth2(Tokens.regulator()).get(messages).then().statusCode(200);
            // Then
            citizen.asking().get("/api/v1/report/messages").then().header("Sigap-Read", "0");
            // When
            given().auth()
                    .oauth2(Tokens.officer())
                    .get(messages)
                    .then()
                    .statusCode(200)
                    .header("Sigap-Read", "1");
            // Then
            assertThat(reporter.hears("seen").getLong("seq")).isEqualTo(1);
        }
    }

    @Test
    void messageStoredByAnotherReplica_isPushedToo() {
        // Given
        var citizen = Citizen.whoReported();
        try (var reporter = reporter(citizen, 0)) {
            reporter.hears("welcome");
            var draft = new Message.Draft(Writer.officer("budi"), "Dari replika lain.", Optional.empty());
            // When
            QuarkusTransaction.requiringNew().run(() -> conversations.store(citizen.id(), draft));
            // Then
            assertThat(reporter.hears("message").getString("text")).isEqualTo("Dari replika lain.");
        }
    }
}
