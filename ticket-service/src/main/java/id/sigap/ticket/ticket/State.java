package id.sigap.ticket.ticket;

import id.sigap.service.IllegalMove;
import java.util.Optional;

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
    /** An operator is asked to lift the block. */
    UNBLOCK_REQUESTED,
    /** The block was lifted: the end. */
    UNBLOCKED,
    /** Ended without a block, or with a block let go: the end. */
    CLOSED;

    /** True if a further report of the number joins this ticket instead of opening another. */
    public boolean isOpen() {
        return this != UNBLOCKED && this != CLOSED;
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
                    case REQUEST_UNBLOCK -> isAskedToBlock() || this == BLOCKED ? UNBLOCK_REQUESTED : null;
                    case CONFIRM_UNBLOCK -> this == UNBLOCK_REQUESTED ? UNBLOCKED : null;
                    case GIVE_UP -> this == OPENED || this == DECLINED ? CLOSED : null;
                    case RELEASE -> this == BLOCKED ? CLOSED : null;
                });
    }

    private boolean isAskedToBlock() {
        return this == BLOCK_REQUESTED || this == ACKNOWLEDGED;
    }
}
