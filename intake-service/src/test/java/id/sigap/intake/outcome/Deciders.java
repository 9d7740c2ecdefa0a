package id.sigap.intake.outcome;

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

/**
 * How cases, appeals and tickets go on, in the events their services say: the tables of verification-service's {@code CaseState} and
 * {@code Appeal} and of ticket-service's {@code State}, written down once more, because no service stands on another.
 */
final class Deciders {

    static final String START = "START";
    /** A ticket that opens with this report. */
    static final String OURS = "OURS";
    /** A ticket that opens with another report. */
    static final String ANOTHERS = "ANOTHERS";

    private static final String OPEN_CASE = "WAITING|CLAIMED|AWAITING_EVIDENCE|AWAITING_SECOND_APPROVAL|MERGED";

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
            .with(OPEN_CASE, CaseWithdrawn.class, "WITHDRAWN");

    static final Successions APPEAL = Successions.none()
            .with(START, AppealOpened.class, "SUBMITTED")
            .with("SUBMITTED", AppealUpheld.class, "UPHELD")
            .with("SUBMITTED", AppealDismissed.class, "DISMISSED");

    /** Rerouted, Withdrawn, Lifted and Blocked late are no states: what leads out of them is said in the same breath. Joining and leaving is {@link #ticket}'s. */
    private static final Successions TICKET = Successions.none()
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
            .with("UNBLOCK_REQUESTED", NumberBlocked.class, "Blocked again")
            .with("Blocked again", UnblockRequested.class, "UNBLOCK_REQUESTED")
            .with("UNBLOCK_REQUESTED|Blocked again", NumberUnblocked.class, "Lifted")
            .with("Lifted", TicketClosed.class, "UNBLOCKED")
            .with("OPENED|DECLINED", TicketClosed.class, "CLOSED")
            .with("UNBLOCKED", NumberBlocked.class, "Blocked late")
            .with("Blocked late", UnblockRequested.class, "UNBLOCK_REQUESTED");

    /** Of an appeal for which no ticket has anything to undo. */
    static final Successions NOTHING = Successions.none().with(START, NothingToUnblock.class, "NOTHING_BLOCKED");

    private static final String OPEN_TICKET =
            "OPENED|BLOCK_REQUESTED|ACKNOWLEDGED|DECLINED|BLOCKED|RELEASE_PROPOSED|UNBLOCK_REQUESTED";

    /** A ticket as one report sees it, which is in it, or not yet, or was: reports join and leave in every open state. */
    static Successions ticket() {
        Successions all = Successions.none()
                .with(OURS, TicketOpened.class, in("OPENED"))
                .with(ANOTHERS, TicketOpened.class, out("OPENED"));
        for (String state : OPEN_TICKET.split("\\|")) {
            all = all.with(out(state), ReportMerged.class, in(state))
                    .with(in(state), ReportUnmerged.class, gone(state));
        }
        for (var from : TICKET.arrows().entrySet()) {
            for (var to : from.getValue().entrySet()) {
                all = all.with(in(from.getKey()), to.getKey(), in(to.getValue()))
                        .with(out(from.getKey()), to.getKey(), out(to.getValue()))
                        .with(gone(from.getKey()), to.getKey(), gone(to.getValue()));
            }
        }
        return all;
    }

    private static String in(String state) {
        return "with it: " + state;
    }

    private static String out(String state) {
        return "without it: " + state;
    }

    private static String gone(String state) {
        return "no more with it: " + state;
    }

    private Deciders() {}
}
