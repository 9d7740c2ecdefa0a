package id.sigap.sla.sweep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import id.sigap.journal.JournalEntry;
import id.sigap.reliable.Journal;
import id.sigap.sla.ARequest;
import id.sigap.sla.Wire;
import id.sigap.testing.Tokens;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deadlines over a real broker and database: what is declared, when, and what never is. */
@QuarkusTest
@WithSigapInfrastructure(database = "sla")
class DeadlineTest {

    private static final String AT_RISK = "id.sigap.sla.sla-at-risk.v1";
    private static final String BREACHED = "id.sigap.sla.sla-breached.v1";
    private static final String MET = "id.sigap.sla.sla-met.v1";
    private static final String RETRACTED = "id.sigap.sla.sla-breach-retracted.v1";
    private static final String OPS = Tokens.ops();
    private static final Duration SWEEPS = Duration.ofMillis(1500);

    @Inject
    Wire wire;

    @Inject
    Journal journal;

    @Test
    void silentOperator_isAtRisk_thenBreachedOnceEverythingUpToTheDueTimeIsSeen_thenMetLate() {
        // Given
        var request = ARequest.fallingDueAt(now().plusSeconds(1));
        wire.say(request.requested());
        wire.say(request.delivered());
        // When
        wire.published(now());
        awaitState(request, "AT_RISK");
        awaitTime(request.due());
        staysIn(request, "AT_RISK");
        wire.published(request.due());
        awaitState(request, "BREACHED");
        wire.say(request.confirmed(request.due().plusMillis(1)));
        awaitState(request, "MET_LATE");
        // Then
        assertThat(said(request)).containsExactly(AT_RISK, BREACHED, MET);
        assertThat(lastSaid(request)).contains("\"timeliness\":\"LATE\"");
    }

    @Test
    void partitionWithoutWatermark_keepsEverybodyFromBeingAccused() {
        // Given
        var request = ARequest.fallingDueAt(now().plusMillis(700));
        wire.say(request.requested());
        wire.say(request.delivered());
        awaitTime(request.due());
        // When
        wire.published(0, now());
        wire.published(1, now());
        // Then
        awaitOpen(request);
        await().during(SWEEPS).atMost(SWEEPS.multipliedBy(2)).until(() -> !said(request)
                .contains(BREACHED));
    }

    @Test
    void confirmationReceivedInTime_butHeardAfterTheDueTime_isMetOnTime_withoutBreach() {
        // Given
        var request = ARequest.fallingDueAt(now().plusMillis(700));
        wire.say(request.requested());
        wire.say(request.delivered());
        awaitTime(request.due().plusMillis(300));
        // When
        wire.say(request.confirmed(request.due()));
        wire.published(now());
        awaitState(request, "MET");
        // Then
        assertThat(said(request)).doesNotContain(BREACHED);
        assertThat(lastSaid(request)).contains("\"timeliness\":\"ON_TIME\"");
    }

    @Test
    void breach_isRetracted_whenTheConfirmationTurnsOutToHaveComeInTime() {
        // Given
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        wire.published(now());
        awaitState(request, "BREACHED");
        // When
        wire.say(request.confirmed(request.due().minusMillis(1)));
        awaitState(request, "RETRACTED");
        // Then
        assertThat(said(request)).containsExactly(AT_RISK, BREACHED, RETRACTED, MET);
    }

    @Test
    void answerHeardBeforeItsRequest_isKeptUntilTheRequestComes() {
        // Given
        var request = ARequest.fallingDueAt(now().plusSeconds(60));
        wire.say(request.delivered());
        wire.say(request.acknowledged(now()));
        wire.say(request.confirmed(now()));
        awaitState(request, "AWAITING_START");
        // When
        wire.say(request.requested());
        awaitState(request, "MET");
        // Then
        assertThat(said(request)).containsExactly(MET);
    }

    @Test
    void answerToARequestNoChannelReportedAsDelivered_countsAfterAWhile() {
        // Given
        var request = ARequest.fallingDueAt(now().plusSeconds(60));
        wire.say(request.requested());
        wire.say(request.mailFailed());
        // When
        wire.say(request.confirmed(now()));
        awaitState(request, "MET");
        // Then
        assertThat(said(request)).containsExactly(MET);
    }

    @Test
    void operatorWhoseAnswerCouldNotBeRead_isNotAccused() {
        // Given
        var request = ARequest.fallingDueAt(now().plusMillis(500));
        wire.say(request.requested());
        wire.say(request.delivered());
        wire.garble(request.confirmed(now()));
        awaitTime(request.due());
        // When
        wire.published(now());
        // Then
        awaitOpen(request);
        await().during(SWEEPS).atMost(SWEEPS.multipliedBy(2)).until(() -> !said(request)
                .contains(BREACHED));
    }

    @Test
    void bouncedMail_showsAsUndelivered_andNoClockRuns() {
        // Given
        var request = ARequest.fallingDueAt(now().plusSeconds(60));
        // When
        wire.say(request.requested());
        wire.say(request.mailFailed());
        // Then
        await().untilAsserted(() -> given().auth()
                .oauth2(OPS)
                .get("/api/v1/clocks/{request}", request.id().toString())
                .then()
                .statusCode(200)
                .body("state", is("AWAITING_START"))
                .body("undelivered", is(true))
                .body("failedChannels", contains("EMAIL"))
                .body("charged.OPERATOR", nullValue()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void awaitTime(Instant moment) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> Instant.now().isAfter(moment));
    }

    private void awaitState(ARequest request, String state) {
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(15))
                .until(() -> state(request), state::equals);
    }

    private void awaitOpen(ARequest request) {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> List.of("RUNNING", "AT_RISK").contains(state(request)));
    }

    private void staysIn(ARequest request, String state) {
        await().during(SWEEPS).atMost(SWEEPS.multipliedBy(2)).until(() -> state(request), state::equals);
    }

    private static String state(ARequest request) {
        var answer = given().auth()
                .oauth2(OPS)
                .get("/api/v1/clocks/{request}", request.id().toString());
        return answer.statusCode() == 200 ? answer.jsonPath().getString("state") : "none";
    }

    private List<String> said(ARequest request) {
        return journal.of(request.id().toString()).stream()
                .map(JournalEntry::type)
                .toList();
    }

    private String lastSaid(ARequest request) {
        return new String(journal.of(request.id().toString()).getLast().payload(), StandardCharsets.UTF_8);
    }
}
