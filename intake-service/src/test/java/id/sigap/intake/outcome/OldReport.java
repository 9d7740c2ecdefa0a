package id.sigap.intake.outcome;

import static id.sigap.intake.report.ReportState.ANSWERED;
import static id.sigap.intake.report.ReportState.AWAITING_EVIDENCE;
import static id.sigap.intake.report.ReportState.CLOSED;
import static id.sigap.intake.report.ReportState.IN_CONVERSATION;
import static id.sigap.intake.report.ReportState.REJECTED;
import static id.sigap.intake.report.ReportState.SUBMITTED;
import static id.sigap.intake.report.ReportState.UNDER_REVIEW;
import static id.sigap.intake.report.ReportState.VERIFIED;
import static id.sigap.intake.report.ReportState.WITHDRAWN;

import id.sigap.events.Event;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.verification.CaseAssigned;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.CaseMerged;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.InformationAnswered;
import id.sigap.events.verification.SecondApprovalRequested;
import id.sigap.intake.report.ReportState;
import id.sigap.service.IllegalMove;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A report that refuses facts, by the table it had until 1 December 2026: what the search must find out. */
final class OldReport implements Follower {

    private static final Map<ReportState, Set<ReportState>> ALLOWED = Map.of(
            SUBMITTED, Set.of(IN_CONVERSATION, WITHDRAWN, CLOSED),
            IN_CONVERSATION, Set.of(AWAITING_EVIDENCE, UNDER_REVIEW, VERIFIED, REJECTED, ANSWERED, WITHDRAWN, CLOSED),
            AWAITING_EVIDENCE, Set.of(UNDER_REVIEW, REJECTED, ANSWERED, WITHDRAWN, CLOSED),
            UNDER_REVIEW, Set.of(AWAITING_EVIDENCE, VERIFIED, REJECTED, ANSWERED, WITHDRAWN, CLOSED),
            VERIFIED, Set.of(CLOSED),
            REJECTED, Set.of(CLOSED),
            ANSWERED, Set.of(CLOSED),
            WITHDRAWN, Set.of(VERIFIED, REJECTED, ANSWERED, CLOSED),
            CLOSED, Set.of());

    private ReportState state = SUBMITTED;

    @Override
    public void hear(Event event) {
        switch (event) {
            case CaseClaimed _, CaseAssigned _ -> follow(IN_CONVERSATION);
            case EvidenceRequested _ -> follow(AWAITING_EVIDENCE);
            case EvidenceReceived _, SecondApprovalRequested _ -> follow(UNDER_REVIEW);
            case CaseMerged _ -> List.of(IN_CONVERSATION, UNDER_REVIEW).forEach(this::follow);
            case EvidenceVerified _ -> follow(VERIFIED);
            case EvidenceRejected _ -> follow(REJECTED);
            case InformationAnswered _ -> follow(ANSWERED);
            case NumberBlocked _, NumberUnblocked _, TicketClosed _ -> follow(CLOSED);
            default -> {}
        }
    }

    @Override
    public void takeBack(Instant at) {
        if (!ALLOWED.get(state).contains(WITHDRAWN)) {
            throw new IllegalMove("report", state, "withdraw");
        }
        state = WITHDRAWN;
    }

    @Override
    public String state() {
        return state.name();
    }

    private void follow(ReportState next) {
        state = ALLOWED.get(state).contains(next) ? next : state;
    }
}
