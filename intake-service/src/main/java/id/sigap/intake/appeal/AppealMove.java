package id.sigap.intake.appeal;

/** What can be done with an appeal. All but {@link #SUBMIT} was decided elsewhere, and is followed from every state. */
public enum AppealMove {
    SUBMIT,
    REVIEW,
    UPHOLD,
    DISMISS,
    UNBLOCK
}
