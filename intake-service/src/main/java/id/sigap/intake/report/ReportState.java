package id.sigap.intake.report;

import id.sigap.service.IllegalMove;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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

    static final Set<ReportState> UNDECIDED =
            Collections.unmodifiableSet(EnumSet.of(SUBMITTED, IN_CONVERSATION, AWAITING_EVIDENCE, UNDER_REVIEW));

    /**
     * What the help desk and the tickets decided is followed from every state: they are heard on two topics, in any order, and the help desk
     * may have decided before it heard of a withdrawal.
     *
     * @throws IllegalMove if the reporter may not take the report back any more: only what a reporter asks for can be refused
     */
    ReportState after(ReportMove move) {
        return switch (move) {
            case CONVERSE -> this == UNDER_REVIEW ? this : unlessOver(IN_CONVERSATION);
            case RELEASE -> unlessOver(SUBMITTED);
            case ASK_EVIDENCE -> unlessOver(AWAITING_EVIDENCE);
            // while nobody has the case nobody looks at the evidence either
            case RECEIVE_EVIDENCE -> this == SUBMITTED ? this : unlessOver(UNDER_REVIEW);
            case REVIEW -> unlessOver(UNDER_REVIEW);
            case VERIFY -> unlessClosed(VERIFIED);
            case REJECT -> unlessClosed(REJECTED);
            case ANSWER -> unlessClosed(ANSWERED);
            case CLOSE -> CLOSED;
            // only what is verified was ever in a ticket
            case LEAVE_TICKET -> this == CLOSED ? VERIFIED : this;
            case WITHDRAW -> {
                require(ReporterMove.WITHDRAW);
                yield WITHDRAWN;
            }
        };
    }

    /** What its reporter may do. */
    public Set<ReporterMove> offered() {
        Set<ReporterMove> offered = EnumSet.allOf(ReporterMove.class);
        offered.removeIf(move -> !allows(move));
        return offered;
    }

    /** @throws IllegalMove if its reporter may not */
    void require(ReporterMove move) {
        if (!allows(move)) {
            throw new IllegalMove("report", this, move.name());
        }
    }

    private boolean allows(ReporterMove move) {
        return switch (move) {
            case WRITE -> isTalkative();
            // once it is decided, evidence changes nothing
            case ATTACH_EVIDENCE, WITHDRAW -> isUndecided();
        };
    }

    /** Whether the help desk still has something to decide. */
    public boolean isUndecided() {
        return UNDECIDED.contains(this);
    }

    /** Whether reporter and officer may still write to each other. */
    public boolean isTalkative() {
        return this != WITHDRAWN && this != CLOSED;
    }

    private ReportState unlessOver(ReportState next) {
        return isUndecided() ? next : this;
    }

    private ReportState unlessClosed(ReportState next) {
        return this == CLOSED ? this : next;
    }
}
