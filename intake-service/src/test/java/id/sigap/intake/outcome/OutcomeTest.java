package id.sigap.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Event;
import id.sigap.events.EvidenceId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.TicketAcknowledged;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.CaseMerged;
import id.sigap.events.verification.CaseReleased;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.InformationAnswered;
import id.sigap.events.verification.RejectionReason;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.reliable.Ids;
import id.sigap.testing.Mailbox;
import id.sigap.testing.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSurroundings
class OutcomeTest {

    private static final Msisdn NUMBER = new Msisdn("+6281100000099");
    private static final OperatorCode TELKOMSEL = new OperatorCode("TELKOMSEL");

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(60);
    private final TicketId ticket = new TicketId(Ids.next());
    private final RequestId request = new RequestId(Ids.next());

    private Instant at(int minutes) {
        return start.plus(Duration.ofMinutes(minutes));
    }

    private static void said(Event... events) {
        for (int i = 0; i < events.length; i++) {
            Topics.publish(events[i], i + 1L);
        }
    }

    private static void sees(Citizen citizen, String path, Matcher<?> expected) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> citizen.follows().statusCode(200).body(path, expected));
    }

    private Event[] verified(ReportId report) {
        var evidence = new EvidenceRef(new EvidenceId(Ids.next()), "ab".repeat(32));
        return new Event[] {
            new CaseClaimed(report, "sari", at(1)),
            new EvidenceRequested(report, "sari", Set.of(EvidenceKind.MESSAGE_PHOTO), at(2)),
            new EvidenceReceived(report, evidence, at(3)),
            new EvidenceVerified(
                    report,
                    NUMBER,
                    Category.PRIZE,
                    Channel.SMS,
                    List.of(evidence),
                    Optional.empty(),
                    "sari",
                    Optional.empty(),
                    at(3),
                    at(4))
        };
    }

    private Event[] blocked(ReportId report) {
        return new Event[] {
            new TicketOpened(ticket, "SGP-2026-000123", NUMBER, Optional.of(TELKOMSEL), report, at(5)),
            new BlockRequested(
                    ticket,
                    "SGP-2026-000123",
                    request,
                    TELKOMSEL,
                    NUMBER,
                    Category.PRIZE,
                    Channel.SMS,
                    Duration.ofHours(24),
                    at(6),
                    at(6 + 24 * 60),
                    at(3)),
            new TicketAcknowledged(ticket, request, TELKOMSEL, at(7)),
            new NumberBlocked(ticket, request, NUMBER, TELKOMSEL, at(8))
        };
    }

    @Test
    void verification_isFollowedStepByStep() {
        // Given
        var citizen = Citizen.whoReported();
        // When
        said(
                new CaseClaimed(citizen.id(), "sari", at(1)),
                new EvidenceRequested(citizen.id(), "sari", Set.of(EvidenceKind.MESSAGE_PHOTO), at(2)));
        // Then
        sees(citizen, "status", equalTo("AWAITING_EVIDENCE"));
        sees(citizen, "timeline.text", hasItem("Petugas meminta foto pesan."));
        sees(citizen, "nextStep.text", containsString("Unggah bukti"));
    }

    @Test
    void proofFoundWithoutTheEvidenceAskedFor_isToldAndCanNotBeTakenBack() {
        // Given
        var citizen = Citizen.whoReported();
        said(
                new CaseClaimed(citizen.id(), "sari", at(1)),
                new EvidenceRequested(citizen.id(), "sari", Set.of(EvidenceKind.MESSAGE_PHOTO), at(2)));
        sees(citizen, "status", equalTo("AWAITING_EVIDENCE"));
        // When
        Topics.publish(new CaseClaimed(citizen.id(), "sari", at(3)), 3);
        Topics.publish(verified(citizen.id())[3], 4);
        // Then
        sees(citizen, "status", equalTo("VERIFIED"));
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(Mailbox.messagesTo(citizen.email()))
                .anyMatch(mail -> mail.subject().contains("terbukti")));
        citizen.asking().post("/api/v1/report/withdraw").then().statusCode(409);
    }

    @Test
    void caseGivenBack_waitsForAnOfficerAgain() {
        // Given
        var citizen = Citizen.whoReported();
        // When
        said(new CaseClaimed(citizen.id(), "sari", at(1)), new CaseReleased(citizen.id(), "sari", "sari", at(2)));
        // Then
        sees(citizen, "timeline.code", contains("SUBMITTED", "IN_CONVERSATION", "WAITING_AGAIN"));
        sees(citizen, "status", equalTo("SUBMITTED"));
    }

    @Test
    void reportTakenOutOfItsTicket_isToldNothingOfItAnyMore() {
        // Given
        var citizen = Citizen.whoReported();
        said(verified(citizen.id()));
        said(blocked(citizen.id()));
        sees(citizen, "status", equalTo("CLOSED"));
        // When
        Topics.publish(new ReportUnmerged(ticket, citizen.id(), at(9)), 5);
        // Then
        sees(citizen, "status", equalTo("VERIFIED"));
        sees(citizen, "outcome", nullValue());
        sees(citizen, "ticketNumber", nullValue());
        sees(citizen, "nextStep.text", equalTo("Laporan terbukti. Tidak ada yang perlu dilakukan."));
    }

    @Test
    void blockedNumber_closesTheReport_andTheStoryIsToldByTime() {
        // Given
        var citizen = Citizen.whoReported();
        // When
        said(verified(citizen.id()));
        sees(citizen, "status", equalTo("VERIFIED"));
        said(blocked(citizen.id()));
        // Then
        sees(citizen, "status", equalTo("CLOSED"));
        sees(citizen, "outcome", equalTo("BLOCKED"));
        sees(citizen, "ticketNumber", equalTo("SGP-2026-000123"));
        sees(
                citizen,
                "timeline.code",
                contains(
                        "SUBMITTED",
                        "IN_CONVERSATION",
                        "EVIDENCE_REQUESTED",
                        "VERIFIED",
                        "TICKET_OPENED",
                        "OPERATOR_ASKED",
                        "OPERATOR_ACKNOWLEDGED",
                        "NUMBER_BLOCKED"));
    }

    @Test
    void aReportThatNoOfficerOpened_isProvenWithTheOneItWasMergedInto() {
        // Given
        var citizen = Citizen.whoReported();
        var proof = verified(citizen.id())[3];
        // When
        said(new CaseMerged(citizen.id(), new ReportId(Ids.next()), "sari", at(1)), proof);
        // Then
        sees(citizen, "status", equalTo("VERIFIED"));
        sees(citizen, "timeline.code", contains("SUBMITTED", "SEEN_WITH_OTHERS", "VERIFIED"));
        sees(citizen, "timeline.text", hasItem("Laporan Anda diperiksa bersama laporan lain tentang nomor yang sama."));
    }

    @Test
    void ticketHeardBeforeItsDecision_endsTheSame() {
        // Given
        var citizen = Citizen.whoReported();
        // When
        said(blocked(citizen.id()));
        sees(citizen, "status", equalTo("CLOSED"));
        said(verified(citizen.id()));
        // Then
        sees(
                citizen,
                "timeline.code",
                contains(
                        "SUBMITTED",
                        "IN_CONVERSATION",
                        "EVIDENCE_REQUESTED",
                        "VERIFIED",
                        "TICKET_OPENED",
                        "OPERATOR_ASKED",
                        "OPERATOR_ACKNOWLEDGED",
                        "NUMBER_BLOCKED"));
        sees(citizen, "status", equalTo("CLOSED"));
    }

    @Test
    void deadline_isShownWhileTheOperatorIsAsked() {
        // Given
        var citizen = Citizen.whoReported();
        var events = blocked(citizen.id());
        // When
        said(events[0], events[1]);
        // Then
        sees(citizen, "deadline", notNullValue());
        Topics.publish(events[2], 3);
        Topics.publish(events[3], 4);
        sees(citizen, "status", equalTo("CLOSED"));
        sees(citizen, "deadline", nullValue());
    }

    @Test
    void reportThatJoinsABlockedNumber_isToldSo() {
        // Given
        var first = Citizen.whoReported();
        var second = Citizen.whoReported();
        said(blocked(first.id()));
        // When
        Topics.publish(new ReportMerged(ticket, second.id(), at(9)), 5);
        // Then
        sees(second, "status", equalTo("CLOSED"));
        sees(second, "timeline.code", hasItems("TICKET_JOINED", "NUMBER_BLOCKED"));
    }

    @Test
    void rejection_andAnswer_areToldWithTheirReason() {
        // Given
        var rejected = Citizen.whoReported();
        var answered = Citizen.whoReported();
        // When
        said(
                new CaseClaimed(rejected.id(), "sari", at(1)),
                new EvidenceRejected(rejected.id(), RejectionReason.NOT_FRAUD, "sari", at(2)));
        said(
                new CaseClaimed(answered.id(), "sari", at(1)),
                new InformationAnswered(answered.id(), AnswerKind.REFERRED_TO_PLATFORM, "sari", at(2)));
        // Then
        sees(rejected, "status", equalTo("REJECTED"));
        sees(rejected, "timeline.text", hasItem("Laporan ditolak: menurut petugas ini bukan penipuan."));
        sees(answered, "status", equalTo("ANSWERED"));
        sees(answered, "timeline.detail", hasItem("REFERRED_TO_PLATFORM"));
    }
}
