package id.sigap.ticket.ticket;

import id.sigap.service.IllegalMove;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a ticket stands. The diagram is in {@link Ticket}. */
public enum State {
    /** The number's allocation is unknown: an officer must name the operator. */
    OPENED,
    /** An operator is asked to block. */
    BLOCK_REQUESTED,
    /** The operator has seen the request; accepted is not done. */
    ACKNOWLEDGED,
    /** The operator doesn't act; an officer must decide. */
    DECLINED,
    /** The operator has blocked the number. */
    BLOCKED,
    /** Blocked, and an officer wants it to be lifted without an appeal: another person decides. */
    RELEASE_PROPOSED,
    /** An operator is asked to lift the block. */
    UNBLOCK_REQUESTED,
    /** The block was lifted: the end. */
    UNBLOCKED,
    /** Ended without a block: the end. */
    CLOSED;

    /** What a person asks for; the rest follows from what operators, reports and appeals say. */
    private static final Set<Move> BY_A_PERSON = EnumSet.of(
            Move.UNMERGE,
            Move.ASSIGN_OPERATOR,
            Move.REROUTE,
            Move.GIVE_UP,
            Move.PROPOSE_RELEASE,
            Move.APPROVE_RELEASE,
            Move.REFUSE_RELEASE);

    /** True if a further report of the number joins this ticket instead of opening another. */
    public boolean isOpen() {
        return this != UNBLOCKED && this != CLOSED;
    }

    /** The moves that a person may ask for here. */
    Set<Move> offered() {
        Set<Move> offered = EnumSet.copyOf(BY_A_PERSON);
        offered.removeIf(move -> !allows(move));
        return offered;
    }

    boolean allows(Move move) {
        return legal(move).isPresent();
    }

    /** @throws IllegalMove if the move can't be made from here */
    State after(Move move) {
        return legal(move).orElseThrow(() -> new IllegalMove("ticket", this, move.name()));
    }

    private Optional<State> legal(Move move) {
        return Optional.ofNullable(
                switch (move) {
                    case MERGE, UNMERGE -> isOpen() ? this : null;
                    case REQUEST_BLOCK, ASSIGN_OPERATOR -> this == OPENED ? BLOCK_REQUESTED : null;
                    case ACKNOWLEDGE -> this == BLOCK_REQUESTED ? ACKNOWLEDGED : null;
                    case CONFIRM_BLOCK -> isAskedToBlock() ? BLOCKED : null;
                    case DECLINE -> isAskedToBlock() ? DECLINED : null;
                    case REROUTE -> this == DECLINED ? BLOCK_REQUESTED : null;
                    case REQUEST_UNBLOCK ->
                        isAskedToBlock() || this == BLOCKED || this == RELEASE_PROPOSED ? UNBLOCK_REQUESTED : null;
                    case JOIN_APPEAL, ASK_UNBLOCK_AGAIN -> this == UNBLOCK_REQUESTED ? this : null;
                    case CONFIRM_UNBLOCK -> this == UNBLOCK_REQUESTED ? UNBLOCKED : null;
                    case GIVE_UP -> this == OPENED || this == DECLINED ? CLOSED : null;
                    case PROPOSE_RELEASE -> this == BLOCKED ? RELEASE_PROPOSED : null;
                    case APPROVE_RELEASE -> this == RELEASE_PROPOSED ? UNBLOCK_REQUESTED : null;
                    case REFUSE_RELEASE -> this == RELEASE_PROPOSED ? BLOCKED : null;
                    case REOPEN_TO_UNBLOCK -> isOpen() ? null : UNBLOCK_REQUESTED;
                });
    }

    private boolean isAskedToBlock() {
        return this == BLOCK_REQUESTED || this == ACKNOWLEDGED;
    }
}
