package id.sigap.faults.check;

import static id.sigap.faults.check.Successions.START;

import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.DeliveryFailed;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReferenceGiven;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.MessagePosted;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.events.report.ReportWithdrawn;
import id.sigap.events.report.ReporterNotified;
import id.sigap.events.sla.SlaAtRisk;
import id.sigap.events.sla.SlaBreachRetracted;
import id.sigap.events.sla.SlaBreached;
import id.sigap.events.sla.SlaMet;
import id.sigap.events.ticket.AppealJoined;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NothingToUnblock;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.ReleaseProposed;
import id.sigap.events.ticket.ReleaseRefused;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.TicketAcknowledged;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketDeclined;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.TicketRerouted;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.verification.AppealDismissed;
import id.sigap.events.verification.AppealOpened;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.CaseAssigned;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.CaseMerged;
import id.sigap.events.verification.CaseOpened;
import id.sigap.events.verification.CaseReleased;
import id.sigap.events.verification.CaseUnmerged;
import id.sigap.events.verification.CaseWithdrawn;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.InformationAnswered;
import id.sigap.events.verification.SecondApprovalRefused;
import id.sigap.events.verification.SecondApprovalRequested;

/** How each aggregate may move, in the events its service says. */
final class Diagrams {

    private static final String OPEN_CASE = "WAITING|CLAIMED|AWAITING_EVIDENCE|AWAITING_SECOND_APPROVAL|MERGED";
    static final String WITHDRAWN = "WITHDRAWN";
    private static final String OPEN_TICKET =
            "OPENED|BLOCK_REQUESTED|ACKNOWLEDGED|DECLINED|BLOCKED|RELEASE_PROPOSED|UNBLOCK_REQUESTED";

    /** What citizens did; where the report stands beyond that the vault only hears. */
    static final Successions REPORT = Successions.none()
            .with(START, ReportSubmitted.class, "SUBMITTED")
            .with(START, AppealSubmitted.class, "APPEALED")
            .with("SUBMITTED", ReportWithdrawn.class, "WITHDRAWN")
            .with("SUBMITTED|WITHDRAWN|APPEALED", ReporterNotified.class, "=")
            .with("SUBMITTED|WITHDRAWN", EvidenceAttached.class, "=")
            .with("SUBMITTED|WITHDRAWN", MessagePosted.class, "=");

    static final Successions CASE = Successions.none()
            .with(START, CaseOpened.class, "WAITING")
            .with("WAITING|CLAIMED|AWAITING_EVIDENCE", CaseClaimed.class, "CLAIMED")
            .with("WAITING|CLAIMED|AWAITING_EVIDENCE", CaseAssigned.class, "CLAIMED")
            .with("CLAIMED|AWAITING_EVIDENCE", CaseReleased.class, "WAITING")
            .with("WAITING|CLAIMED|AWAITING_EVIDENCE", CaseMerged.class, "MERGED")
            .with("MERGED", CaseUnmerged.class, "WAITING")
            .with("CLAIMED|AWAITING_EVIDENCE", EvidenceRequested.class, "AWAITING_EVIDENCE")
            .with("WAITING|CLAIMED|AWAITING_SECOND_APPROVAL|MERGED", EvidenceReceived.class, "=")
            .with("AWAITING_EVIDENCE", EvidenceReceived.class, "CLAIMED")
            .with("CLAIMED", SecondApprovalRequested.class, "AWAITING_SECOND_APPROVAL")
            .with("AWAITING_SECOND_APPROVAL", SecondApprovalRefused.class, "CLAIMED")
            .with("CLAIMED|AWAITING_SECOND_APPROVAL|MERGED", EvidenceVerified.class, "VERIFIED")
            .with("CLAIMED|AWAITING_EVIDENCE", EvidenceRejected.class, "REJECTED")
            .with("CLAIMED|AWAITING_EVIDENCE", InformationAnswered.class, "ANSWERED")
            .with(OPEN_CASE, CaseWithdrawn.class, "WITHDRAWN")
            .with(START, AppealOpened.class, "SUBMITTED")
            .with("SUBMITTED", AppealUpheld.class, "UPHELD")
            .with("SUBMITTED", AppealDismissed.class, "DISMISSED");

    /** Rerouted and Lifted are no states: what leads out of them is said in the same breath. */
    static final Successions TICKET = Successions.none()
            .with(START, TicketOpened.class, "OPENED")
            .with(OPEN_TICKET, ReportMerged.class, "=")
            .with(OPEN_TICKET, ReportUnmerged.class, "=")
            .with("OPENED|DECLINED", TicketRerouted.class, "Rerouted")
            .with("OPENED|Rerouted", BlockRequested.class, "BLOCK_REQUESTED")
            .with("BLOCK_REQUESTED", TicketAcknowledged.class, "ACKNOWLEDGED")
            .with("BLOCK_REQUESTED|ACKNOWLEDGED", NumberBlocked.class, "BLOCKED")
            .with("BLOCK_REQUESTED|ACKNOWLEDGED", TicketDeclined.class, "DECLINED")
            .with("BLOCK_REQUESTED|ACKNOWLEDGED", RequestWithdrawn.class, "Withdrawn")
            .with("BLOCKED", ReleaseProposed.class, "RELEASE_PROPOSED")
            .with("RELEASE_PROPOSED", ReleaseRefused.class, "BLOCKED")
            .with("Withdrawn|BLOCKED|RELEASE_PROPOSED", UnblockRequested.class, "UNBLOCK_REQUESTED")
            .with("UNBLOCK_REQUESTED", AppealJoined.class, "=")
            .with("UNBLOCK_REQUESTED", NumberBlocked.class, "=")
            .with("UNBLOCK_REQUESTED", UnblockRequested.class, "=")
            .with("UNBLOCK_REQUESTED", NumberUnblocked.class, "Lifted")
            .with("Lifted", TicketClosed.class, "UNBLOCKED")
            .with("OPENED|DECLINED", TicketClosed.class, "CLOSED")
            .with("UNBLOCKED|CLOSED", NumberBlocked.class, "Blocked late")
            .with("UNBLOCKED|CLOSED|Blocked late", UnblockRequested.class, "UNBLOCK_REQUESTED")
            // of an appeal, not of a ticket
            .with(START, NothingToUnblock.class, "=");

    private static final String ANY_REQUEST = "PENDING|ACKNOWLEDGED|CONFIRMED|DECLINED|WITHDRAWN";

    /** A request may be answered before any delivery was reported, and an answer is said again when it turns out to have been received earlier. */
    static final Successions REQUEST = Successions.none()
            .with(ANY_REQUEST, RequestDelivered.class, "=")
            .with(ANY_REQUEST, DeliveryFailed.class, "=")
            .with("PENDING", RequestAcknowledged.class, "ACKNOWLEDGED")
            .with("ACKNOWLEDGED|CONFIRMED|DECLINED", RequestAcknowledged.class, "=")
            .with("PENDING|ACKNOWLEDGED|CONFIRMED", BlockConfirmed.class, "CONFIRMED")
            .with("PENDING|ACKNOWLEDGED|CONFIRMED", UnblockConfirmed.class, "CONFIRMED")
            .with("PENDING|ACKNOWLEDGED|DECLINED", BlockDeclined.class, "DECLINED")
            .with("CONFIRMED", ReferenceGiven.class, "=")
            // that it is withdrawn, the ticket says; of one that was never answered nothing else comes late
            .with("PENDING|ACKNOWLEDGED|WITHDRAWN", LateBlockReported.class, WITHDRAWN)
            .with("CONFIRMED|DECLINED", LateBlockReported.class, "=");

    static final Successions DELIVERY = Successions.none()
            .with("OPEN|FAILED", RequestDelivered.class, "DELIVERED")
            // given up again, after somebody let it try anew
            .with("OPEN|FAILED", DeliveryFailed.class, "FAILED");

    static final Successions CLOCK = Successions.none()
            .with("OPEN", SlaAtRisk.class, "AT_RISK")
            .with("AT_RISK", SlaBreached.class, "BREACHED")
            .with("OPEN|AT_RISK", SlaMet.class, "MET")
            .with("BREACHED", SlaMet.class, "MET_LATE")
            .with("BREACHED|MET_LATE", SlaBreachRetracted.class, "RETRACTED")
            .with("RETRACTED", SlaMet.class, "MET_AFTER_ALL");

    private Diagrams() {}
}
