package id.sigap.events.report;

/** What the reporter was told. */
public enum Notice {
    RECEIPT,
    EVIDENCE_REQUESTED,
    VERIFIED,
    REJECTED,
    ANSWERED,
    BLOCKED,
    UNBLOCKED,
    NOT_BLOCKED,
    APPEAL_RECEIVED,
    /** Upheld, and the operator is asked to lift the block. */
    APPEAL_UPHELD,
    APPEAL_DISMISSED,
    /** To a reporter: the owner appealed and was right before anything was blocked. */
    OWNER_WAS_RIGHT,
    /** Upheld, and no block that it concerns stands. */
    NOTHING_BLOCKED,
    /** The operator blocked once more after it had lifted the block. */
    UNBLOCK_ASKED_AGAIN
}
