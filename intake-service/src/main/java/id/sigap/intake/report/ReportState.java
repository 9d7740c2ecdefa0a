package id.sigap.intake.report;

import java.util.Map;
import java.util.Optional;

/** Where a report stands. The diagram is {@link Report}'s. */
public enum ReportState {
    SUBMITTED,
    IN_CONVERSATION,
    AWAITING_EVIDENCE,
    UNDER_REVIEW,
    VERIFIED,
    REJECTED,
    ANSWERED,
    WITHDRAWN,
    CLOSED;

    // A ticket's end may be heard of before the decision that opened it (another topic): it closes a report in any
    // state.
    private static final Map<ReportState, Map<ReportMove, ReportState>> LEGAL = Map.of(
            SUBMITTED,
            Map.of(
                    ReportMove.CONVERSE, IN_CONVERSATION,
                    ReportMove.WITHDRAW, WITHDRAWN,
                    ReportMove.CLOSE, CLOSED),
            IN_CONVERSATION,
            Map.of(
                    ReportMove.ASK_EVIDENCE, AWAITING_EVIDENCE,
                    ReportMove.REVIEW, UNDER_REVIEW,
                    ReportMove.VERIFY, VERIFIED,
                    ReportMove.REJECT, REJECTED,
                    ReportMove.ANSWER, ANSWERED,
                    ReportMove.WITHDRAW, WITHDRAWN,
                    ReportMove.CLOSE, CLOSED),
            AWAITING_EVIDENCE,
            Map.of(
                    ReportMove.REVIEW, UNDER_REVIEW,
                    ReportMove.REJECT, REJECTED,
                    ReportMove.ANSWER, ANSWERED,
                    ReportMove.WITHDRAW, WITHDRAWN,
                    ReportMove.CLOSE, CLOSED),
            UNDER_REVIEW,
            Map.of(
                    ReportMove.ASK_EVIDENCE, AWAITING_EVIDENCE,
                    ReportMove.VERIFY, VERIFIED,
                    ReportMove.REJECT, REJECTED,
                    ReportMove.ANSWER, ANSWERED,
                    ReportMove.WITHDRAW, WITHDRAWN,
                    ReportMove.CLOSE, CLOSED),
            VERIFIED,
            Map.of(ReportMove.CLOSE, CLOSED),
            REJECTED,
            Map.of(ReportMove.CLOSE, CLOSED),
            ANSWERED,
            Map.of(ReportMove.CLOSE, CLOSED),
            // the help desk may have decided before it heard of the withdrawal: then the decision stands
            WITHDRAWN,
            Map.of(
                    ReportMove.VERIFY, VERIFIED,
                    ReportMove.REJECT, REJECTED,
                    ReportMove.ANSWER, ANSWERED,
                    ReportMove.CLOSE, CLOSED),
            CLOSED,
            Map.of());

    /** @return the state after the move; empty if the procedure doesn't allow it from here */
    Optional<ReportState> after(ReportMove move) {
        return Optional.ofNullable(LEGAL.get(this).get(move));
    }

    /** Whether the help desk still has something to decide. */
    public boolean isUndecided() {
        return after(ReportMove.WITHDRAW).isPresent();
    }

    /** Whether reporter and officer may still write to each other. */
    public boolean isTalkative() {
        return this != WITHDRAWN && this != CLOSED;
    }
}
