package id.sigap.intake.outcome;

/** What tickets say of a number. */
public enum NumberStanding {
    /** Its operator has blocked it. */
    BLOCKED,
    /** It was found to be fraud, and is to be blocked. */
    ON_ITS_WAY,
    /** There is no ticket, or it led to no block, or the block is lifted. */
    NONE
}
