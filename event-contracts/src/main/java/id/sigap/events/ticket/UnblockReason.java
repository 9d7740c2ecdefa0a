package id.sigap.events.ticket;

/** Why a block is to be lifted. */
public enum UnblockReason {
    /** The number's owner appealed, and the regulator upheld it. */
    APPEAL,
    /** Two people of the regulator let the number go, such as one that was given to somebody else. */
    RELEASE,
    /** The operator blocked it after it was asked not to. */
    LATE_BLOCK
}
