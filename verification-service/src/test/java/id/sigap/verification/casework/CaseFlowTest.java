package id.sigap.verification.casework;

import static id.sigap.verification.HelpDesk.as;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static id.sigap.verification.HelpDesk.said;
import static id.sigap.verification.HelpDesk.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.SenderName;
import id.sigap.events.SuspectNumber;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.phone.Suspect;
import id.sigap.reliable.Ids;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import id.sigap.verification.MovableClock;
import id.sigap.verification.desk.VaultStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case from the citizen's report to the decision, through the topics and the REST interface. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class CaseFlowTest {

    private static final SuspectNumber PROTECTED =
            new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+628110000777");

    @Inject
    Citizens citizens;

    @Inject
    MovableClock clock;

    @Test
    void report_becomesAVerifiedCase_overTheEvidenceAskedFor() {
        // Given
        var complaint = citizens.aComplaint();
        ReportId report = citizens.submit(complaint);
        awaitCase(report, "state", "WAITING");
        // When
        move("sari", report, "claim").then().statusCode(200).body("claim.officer", equalTo("sari"));
        move("sari", report, "request-evidence", "{\"kinds\":[\"CALL_RECORDING\"]}")
                .then()
                .statusCode(200)
                .body("state", equalTo("AWAITING_EVIDENCE"));
        var evidence = citizens.attach(report);
        awaitCase(report, "state", "CLAIMED");
        move("sari", report, "verify").then().statusCode(200).body("state", equalTo("VERIFIED"));
        // Then
        List<EventOnTopic> said = said(report, 5);
        assertThat(said)
                .extracting(s -> s.event().getClass().getSimpleName())
                .containsExactly(
                        "CaseOpened", "CaseClaimed", "EvidenceRequested", "EvidenceReceived", "EvidenceVerified");
        assertThat(said.getLast().event()).isInstanceOfSatisfying(EvidenceVerified.class, verified -> {
            assertThat(verified.evidence()).containsExactly(evidence);
            assertThat(verified.number().value())
                    .isEqualTo(complaint.suspect().orElseThrow().value());
            assertThat(verified.decidedBy()).isEqualTo("sari");
            assertThat(verified.approvedBy()).isEmpty();
        });
        assertThat(said.getLast())
                .returns(
                        Optional.of("id.sigap.verification.evidence-verified.v1"), e -> e.header(CloudEventHeader.TYPE))
                .returns(Optional.of(report.toString()), e -> e.header(CloudEventHeader.SUBJECT))
                .returns(Optional.of("/sigap/verification-service"), e -> e.header(CloudEventHeader.SOURCE))
                .returns(5L, EventOnTopic::sequence);
        assertThat(said.getLast().header(CloudEventHeader.TRACE_PARENT)).isPresent();
    }

    @Test
    void verification_withoutEvidence_isRefused() {
        // Given
        ReportId report = claimed(citizens.aComplaint());
        // When
        Response refused = move("sari", report, "verify");
        // Then
        refused.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sigap:problem:evidence-required"));
        show(report).then().body("state", equalTo("CLAIMED"));
    }

    @Test
    void protectedNumber_needsASecondOfficer() {
        // Given
        ReportId report = claimedWithEvidence(citizens.aComplaint().about(PROTECTED));
        // When
        move("sari", report, "verify").then().statusCode(200).body("state", equalTo("AWAITING_SECOND_APPROVAL"));
        Response own = move("sari", report, "approve");
        Response another = move("budi", report, "approve");
        // Then
        own.then().statusCode(409).body("type", equalTo("urn:sigap:problem:second-approval-needs-another"));
        another.then().statusCode(200).body("state", equalTo("VERIFIED"));
        assertThat(said(report, 5).getLast().event()).isInstanceOfSatisfying(EvidenceVerified.class, verified -> {
            assertThat(verified.number()).isEqualTo(new Msisdn(PROTECTED.value()));
            assertThat(verified.decidedBy()).isEqualTo("sari");
            assertThat(verified.approvedBy()).contains("budi");
        });
    }

    @Test
    void disapproval_returnsTheCaseToTheOfficer() {
        // Given
        ReportId report = claimedWithEvidence(citizens.aComplaint().about(PROTECTED));
        move("sari", report, "verify").then().statusCode(200);
        // When
        Response disapproved = move("dewi", report, "disapprove");
        // Then
        disapproved
                .then()
                .statusCode(200)
                .body("state", equalTo("CLAIMED"))
                .body("claim.officer", equalTo("sari"))
                .body("finding", nullValue());
    }

    @RepeatedTest(5)
    void twoOfficers_decidingAtOnce_oneWins() throws Exception {
        // Given
        ReportId report = claimedWithEvidence(citizens.aComplaint());
        String seen = show(report).header("ETag");
        Callable<Integer> verify = () -> decide("sari", report, seen, "verify", "{}");
        Callable<Integer> reject = () -> decide("dewi", report, seen, "reject", "{\"reason\":\"NOT_FRAUD\"}");
        // When
        List<Integer> answers = atOnce(verify, reject);
        // Then
        assertThat(answers.getFirst()).isEqualTo(200);
        assertThat(answers.getLast()).isIn(409, 412);
        assertThat(said(report, 4)).hasSize(4);
    }

    @RepeatedTest(5)
    void twoOfficers_claimingAtOnce_oneGetsTheCase() throws Exception {
        // Given
        ReportId report = citizens.submit(citizens.aComplaint());
        awaitCase(report, "state", "WAITING");
        // When
        List<Integer> answers =
                atOnce(() -> move("sari", report, "claim").statusCode(), () -> move("budi", report, "claim")
                        .statusCode());
        // Then
        assertThat(answers).containsExactly(200, 409);
    }

    @Test
    void decision_onWhatOneHasNotSeen_isRefused() {
        // Given
        ReportId report = claimedWithEvidence(citizens.aComplaint());
        String before = show(report).header("ETag");
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 2);
        // When
        int status = decide("sari", report, before, "verify", "{}");
        // Then
        assertThat(status).isEqualTo(412);
    }

    @Test
    void liveClaim_isALock_andExpiredOneIsNot() {
        // Given
        ReportId report = claimed(citizens.aComplaint());
        // When
        Response early = move("budi", report, "claim");
        clock.putForward(Duration.ofMinutes(31));
        Response late = move("budi", report, "claim");
        // Then
        early.then()
                .statusCode(409)
                .body("type", equalTo("urn:sigap:problem:case-claimed-by-another"))
                .body("detail", containsString("sari"));
        late.then().statusCode(200).body("claim.officer", equalTo("budi"));
    }

    @Test
    void supervisor_assigns_andOfficerReleases() {
        // Given
        ReportId report = claimed(citizens.aComplaint());
        // When
        Response assigned = move("dewi", report, "assign", "{\"officer\":\"budi\"}");
        Response released = move("budi", report, "release");
        // Then
        assigned.then().statusCode(200).body("claim.officer", equalTo("budi"));
        released.then().statusCode(200).body("state", equalTo("WAITING")).body("claim", nullValue());
    }

    @Test
    void withdrawnReport_isNotDecided() {
        // Given
        ReportId report = claimedWithEvidence(citizens.aComplaint());
        // When
        citizens.withdraw(report);
        awaitCase(report, "state", "WITHDRAWN");
        // Then
        move("sari", report, "verify").then().statusCode(409).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void question_isAnswered() {
        // Given
        ReportId report = claimedWithEvidence(citizens.aComplaint().asQuestion());
        // When
        Response verified = move("sari", report, "verify");
        Response answered = move("sari", report, "answer", "{\"answer\":\"INFORMATION_GIVEN\"}");
        // Then
        verified.then().statusCode(409).body("type", equalTo("urn:sigap:problem:information-not-verifiable"));
        answered.then().statusCode(200).body("state", equalTo("ANSWERED"));
    }

    @Test
    void messages_areCounted() {
        // Given
        ReportId report = claimed(citizens.aComplaint());
        // When
        citizens.write(report);
        // Then
        awaitCase(report, "unreadMessages", 1);
    }

    @Test
    void verification_withoutABody_takesEverythingFromTheReport() {
        // Given
        var complaint = citizens.aComplaint();
        ReportId report = claimedWithEvidence(complaint);
        // When
        Response verified = as("sari").post("/api/v1/cases/{report}/verify", report.toString());
        // Then
        verified.then()
                .statusCode(200)
                .body(
                        "finding.number",
                        equalTo(complaint.suspect().orElseThrow().value()))
                .body("finding.category", equalTo(complaint.category().name()));
    }

    @Test
    void number_isReadAsPeopleTypeIt() {
        // Given
        ReportId report = claimedWithEvidence(citizens.aComplaint());
        // When
        Response verified = move(
                "sari",
                report,
                "verify",
                "{\"number\":\"0811-0000-0555\",\"category\":\"PRIZE\",\"operator\":\"TELKOMSEL\"}");
        // Then
        verified.then()
                .statusCode(200)
                .body("finding.number", equalTo("+6281100000555"))
                .body("finding.category", equalTo("PRIZE"))
                .body("finding.operator", equalTo("TELKOMSEL"));
    }

    /** Whoever sends may call themselves so: nothing can be blocked, unless the message names a number. */
    @Test
    void senderName_isCountedAndAnswered_andANumberInItsMessageIsBlocked() {
        // Given
        Suspect name = Suspect.of(
                new SenderName("C" + Ids.next().toString().substring(26).toUpperCase(Locale.ROOT)));
        ReportId answered = claimedWithEvidence(citizens.aComplaint().about(name));
        ReportId verified = claimedWithEvidence(citizens.aComplaint().about(name));
        // Then
        show(answered)
                .then()
                .body("suspect.kind", equalTo("SENDER_NAME"))
                .body("suspect.value", equalTo(name.value()))
                .body("reportsOnNumber", equalTo(2))
                .body("priority", equalTo("SEVERAL_REPORTS"));
        move("sari", answered, "verify")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:sigap:problem:number-not-blockable"));
        move("sari", answered, "answer", "{\"answer\":\"NUMBER_NOT_BLOCKABLE\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"));
        move("sari", verified, "verify", "{\"number\":\"0811-0000-0556\"}")
                .then()
                .statusCode(200)
                .body("finding.number", equalTo("+6281100000556"));
    }

    /** An API's client needs no copy of the rules: what is named is taken, and by whom. */
    @Test
    void moves_areThoseOfWhoAsks() {
        // Given
        ReportId waiting = citizens.submit(citizens.aComplaint());
        ReportId claimed = claimedWithEvidence(citizens.aComplaint());
        awaitCase(waiting, "state", "WAITING");
        // Then
        moves("sari", waiting).body("moves", containsInAnyOrder("CLAIM"));
        moves("wira", waiting).body("moves", empty());
        moves("dewi", waiting).body("moves", containsInAnyOrder("CLAIM", "ASSIGN"));
        moves("budi", claimed).body("moves", empty());
        moves("sari", claimed)
                .body(
                        "moves",
                        containsInAnyOrder(
                                "CLAIM", "RELEASE", "REQUEST_EVIDENCE", "VERIFY", "REJECT", "ANSWER", "TAKE_OTHERS"));
        // When: a move answers with what can be done next
        Response rejected = move("sari", claimed, "reject", "{\"reason\":\"NOT_FRAUD\"}");
        // Then
        rejected.then().statusCode(200).body("moves", containsInAnyOrder("READ"));
    }

    private static ValidatableResponse moves(String account, ReportId report) {
        return as(account)
                .get("/api/v1/cases/{report}", report.toString())
                .then()
                .statusCode(200);
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "verify;           {\"number\":\"+65 9123 0000\"};      409; number-not-blockable",
                "verify;           {\"number\":\"abc\"};                400; invalid-input",
                "verify;           {\"category\":\"HACKED_ACCOUNT\"};   409; category-not-blockable",
                "verify;           {\"category\":\"NONSENSE\"};         400; invalid-input",
                "verify;           {\"operator\":\"tel\"};              400; invalid-input",
                "verify;           {\"evidence\":[\"x\"]};              400; invalid-input",
                "verify;           {\"evidence\":[null]};               400; invalid-input",
                "verify;           {\"evidence\":[\"01890000-0000-7000-8000-000000000000\"]}; 400; invalid-input",
                "verify;           {\"evidence\":[]};                   409; evidence-required",
                "verify;           {\"block\":true};                    400; invalid-input",
                "verify;           {;                                   400; malformed-json",
                "request-evidence; {\"kinds\":[]};                      400; invalid-input",
                "request-evidence; {\"kinds\":[null]};                  400; invalid-input",
                "request-evidence; {\"kinds\":[\"HAIR\"]};              400; invalid-input",
                "request-evidence; {};                                  400; invalid-input",
                "reject;           {};                                  400; invalid-input",
                "reject;           {\"reason\":\"BORED\"};              400; invalid-input",
                "answer;           {};                                  400; invalid-input",
                "answer;           {\"answer\":\"NUMBER_NOT_BLOCKABLE\"}; 409; number-blockable",
                "approve;          {};                                  409; illegal-move"
            })
    void badInput_isRefused_andChangesNothing(String move, String body, int status, String code) {
        // Given
        ReportId report = claimedWithEvidence(citizens.aComplaint());
        // When
        Response refused = move("sari", report, move, body);
        // Then
        refused.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sigap:problem:" + code));
        show(report).then().body("state", equalTo("CLAIMED"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"01890000-0000-7000-8000-000000000000", "nonsense"})
    void unknownCase_isNotFound(String report) {
        show(report).then().statusCode(404);
        move("sari", report, "claim").then().statusCode(404);
    }

    @Test
    void contentThatIsNoJson_isRefused() {
        as("sari")
                .contentType("text/plain")
                .body("claim")
                .post(
                        "/api/v1/cases/{report}/reject",
                        claimed(citizens.aComplaint()).toString())
                .then()
                .statusCode(415);
    }

    @Test
    void refusal_speaksIndonesian_unlessAskedOtherwise() {
        // Given
        ReportId report = claimed(citizens.aComplaint());
        // When
        Response refused = as("sari", "id").body("{}").post("/api/v1/cases/{report}/verify", report.toString());
        // Then
        refused.then().body("title", equalTo("Belum ada bukti"));
    }

    private ReportId claimed(Citizens.Complaint complaint) {
        ReportId report = citizens.submit(complaint);
        awaitCase(report, "state", "WAITING");
        move("sari", report, "claim").then().statusCode(200);
        return report;
    }

    private ReportId claimedWithEvidence(Citizens.Complaint complaint) {
        ReportId report = claimed(complaint);
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        return report;
    }

    /** Both at the same moment; their answers in ascending order. */
    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws InterruptedException {
        try (var officers = Executors.newFixedThreadPool(2)) {
            return officers.invokeAll(List.of(one, other)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }
    }

    private static int decide(String officer, ReportId report, String etag, String move, String body) {
        return as(officer)
                .header("If-Match", etag)
                .body(body)
                .post("/api/v1/cases/{report}/{move}", report.toString(), move)
                .statusCode();
    }
}
