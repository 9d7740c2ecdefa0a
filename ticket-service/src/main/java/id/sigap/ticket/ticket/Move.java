package id.sigap.ticket.ticket;

/** What can be done with a ticket; which of it where, {@link State#after} knows. */
public enum Move {
    /** A further verified report of the number joins. */
    MERGE,
    /** An officer takes a report out again. */
    UNMERGE,
    /** The operator is known from the start and asked to block. */
    REQUEST_BLOCK,
    /** An officer names the operator that the directory doesn't know. */
    ASSIGN_OPERATOR,
    /** The operator has seen the request. */
    ACKNOWLEDGE,
    /** The operator has blocked the number. */
    CONFIRM_BLOCK,
    /** The operator doesn't act. */
    DECLINE,
    /** Another operator is asked, or the same one again. */
    REROUTE,
    /** An appeal was upheld while an operator was asked to block, or had blocked. */
    REQUEST_UNBLOCK,
    /** The operator has lifted the block. */
    CONFIRM_UNBLOCK,
    /** A further appeal was upheld while the operator is asked to lift the block already. */
    JOIN_APPEAL,
    /** It ends without a block: an officer sees no operator that can act, or an appeal was upheld before one did. */
    GIVE_UP,
    /** An officer wants a block to be lifted without an appeal. */
    PROPOSE_RELEASE,
    /** Another person agrees: the operator is asked to lift it. */
    APPROVE_RELEASE,
    /** The block stays. */
    REFUSE_RELEASE,
    /** The ticket has ended and its block stands all the same: the operator is asked to lift it. */
    REOPEN_TO_UNBLOCK,
    /** The operator blocked again after it had lifted the block: it is asked once more. */
    ASK_UNBLOCK_AGAIN
}
