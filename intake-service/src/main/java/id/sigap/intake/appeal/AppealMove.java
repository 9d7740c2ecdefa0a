package id.sigap.intake.appeal;

/** What can be done with an appeal. All but {@link #SUBMIT} was decided elsewhere, and is followed from every state. */
public enum AppealMove {
    SUBMIT,
    REVIEW,
    UPHOLD,
    DISMISS,
    /** The operator is asked to lift the block. */
    ASK_UNBLOCK,
    /** The operator blocked once more after it had lifted the block, and is asked again. */
    ASK_UNBLOCK_AGAIN,
    /** No block that the appeal concerns stands. */
    FIND_NOTHING_BLOCKED,
    UNBLOCK
}
