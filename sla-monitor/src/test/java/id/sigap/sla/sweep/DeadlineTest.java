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
import id.sigap.sla.Rows;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deadlines over a real broker and database: what is declared, when, and what never is. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "sla")
class DeadlineTest {

    private static final String AT_RISK = "id.sigap.sla.sla-at-risk.v1";
    private static final String BREACHED = "id.sigap.sla.sla-breached.v1";
    private static final String MET = "id.sigap.sla.sla-met.v1";
    private static final String RETRACTED = "id.sigap.sla.sla-breach-retracted.v1";
    private static final String OPS = Tokens.ops();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration GLANCE = Duration.ofMillis(50);

    @Inject
    Wire wire;

    @Inject
    Sweep sweep;

    @Inject
    Journal journal;

    @Test
    void silentOperator_isAtRisk_thenBreachedOnceEverythingUpToTheDueTimeIsSeen_thenMetLate() {
        // Given
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        // When
        wire.published(request.due().minusMillis(1));
        awaitState(request, "AT_RISK");
        sweep.run();
        assertThat(state(request)).isEqualTo("AT_RISK");
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
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        // When
        wire.published(0, now());
        wire.published(1, now());
        // Then
        awaitOpen(request);
        awaitSeen(request.due(), 0, 1);
        sweep.run();
        assertThat(said(request)).doesNotContain(BREACHED);
    }

    @Test
    void confirmationReceivedInTime_butHeardAfterTheDueTime_isMetOnTime_withoutBreach() {
        // Given
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        awaitOpen(request);
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
    void lateAnswer_accusesNobody_beforeAllAnswersOfThatTimeAreSeen() {
        // Given
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        wire.published(request.due().minusMillis(1));
        awaitState(request, "AT_RISK");
        // When
        wire.say(request.confirmed(request.due().plusMillis(1)));
        awaitKnown(request, "confirmedAt");
        sweep.run();
        assertThat(said(request)).containsExactly(AT_RISK);
        wire.say(request.confirmed(request.due()));
        awaitState(request, "MET");
        wire.published(now());
        awaitSeen(request.due(), 0, 1, 2);
        sweep.run();
        // Then
        assertThat(said(request)).containsExactly(AT_RISK, MET);
    }

    @Test
    void lateAnswer_isMissedAndMetLate_onceAllAnswersOfThatTimeAreSeen() {
        // Given
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        // When
        wire.say(request.confirmed(request.due().plusMillis(1)));
        awaitKnown(request, "confirmedAt");
        wire.published(now());
        awaitState(request, "MET_LATE");
        // Then
        assertThat(said(request)).containsExactly(AT_RISK, BREACHED, MET);
    }

    @Test
    void sameAnswer_readLaterButGivenInTime_retractsTheBreach_andIsMetInTime() {
        // Given
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        wire.say(request.confirmed(request.due().plusMillis(1)));
        wire.published(now());
        awaitState(request, "MET_LATE");
        // When
        wire.say(request.confirmed(request.due()));
        awaitState(request, "RETRACTED");
        // Then
        assertThat(said(request)).containsExactly(AT_RISK, BREACHED, MET, RETRACTED, MET);
        assertThat(lastSaid(request)).contains("\"timeliness\":\"ON_TIME\"");
    }

    @Test
    void withdrawnRequest_endsItsClock_andSaysNothing_untilAnAnswerTakenInTimeIsHeard() {
        // Given
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        awaitOpen(request);
        // When
        wire.say(request.withdrawn(request.due()));
        awaitState(request, "WITHDRAWN");
        wire.published(now());
        awaitSeen(request.due(), 0, 1, 2);
        sweep.run();
        assertThat(said(request)).doesNotContain(BREACHED, MET);
        wire.say(request.confirmed(request.due()));
        awaitState(request, "MET");
        // Then
        assertThat(said(request)).doesNotContain(BREACHED);
    }

    @Test
    void requestWithdrawnBeforeAnybodyHadIt_hasNoClock_andAnAnswerToItCountsAfterAWhile() {
        // Given
        var request = ARequest.fallingDueAt(now().plusSeconds(60));
        wire.say(request.requested());
        wire.say(request.withdrawn(now()));
        awaitState(request, "WITHDRAWN");
        // When
        wire.say(request.confirmed(now()));
        awaitState(request, "MET");
        // Then
        assertThat(said(request)).containsExactly(MET);
    }

    @Test
    void breach_isRetracted_whenTheRequestTurnsOutToHaveBeenWithdrawnInTime() {
        // Given
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        wire.published(now());
        awaitState(request, "BREACHED");
        // When
        wire.say(request.withdrawn(request.due()));
        awaitState(request, "RETRACTED");
        // Then
        assertThat(said(request)).containsExactly(AT_RISK, BREACHED, RETRACTED);
        assertThat(lastSaid(request)).contains("\"reason\":\"WITHDRAWN\"");
    }

    @Test
    void requestWithdrawnAfterItsWindow_wasMissed() {
        // Given
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        // When
        wire.say(request.withdrawn(request.due().plusMillis(1)));
        awaitKnown(request, "withdrawnAt");
        wire.published(now());
        awaitState(request, "BREACHED");
        // Then
        assertThat(said(request)).containsExactly(AT_RISK, BREACHED);
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
        var request = ARequest.fallingDueAt(now());
        wire.say(request.requested());
        wire.say(request.delivered());
        wire.garble(request.confirmed(now()));
        // When
        wire.published(now());
        // Then
        awaitOpen(request);
        awaitSeen(request.due(), 0, 1, 2);
        sweep.run();
        assertThat(said(request)).doesNotContain(BREACHED);
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

    private void awaitState(ARequest request, String state) {
        await().pollInterval(GLANCE).atMost(PATIENCE).until(() -> state(request), state::equals);
    }

    private void awaitOpen(ARequest request) {
        await().pollInterval(GLANCE).atMost(PATIENCE).until(() -> List.of("RUNNING", "AT_RISK")
                .contains(state(request)));
    }

    private void awaitKnown(ARequest request, String what) {
        await().pollInterval(GLANCE)
                .atMost(PATIENCE)
                .until(() -> given().auth()
                                .oauth2(OPS)
                                .get("/api/v1/clocks/{request}", request.id().toString())
                                .jsonPath()
                                .get(what)
                        != null);
    }

    /** Everything that those partitions said up to then has been handled: the next sweep judges by it. */
    private static void awaitSeen(Instant through, int... partitions) {
        for (int partition : partitions) {
            await().pollInterval(GLANCE).atMost(PATIENCE).until(() -> !Rows.read(
                            "select 1 from watermark where partition_number = ? and through >= ?", partition, through)
                    .isEmpty());
        }
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
