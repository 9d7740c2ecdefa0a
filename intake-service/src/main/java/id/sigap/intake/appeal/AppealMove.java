package id.sigap.intake.appeal;

/** What can be done with an appeal. */
public enum AppealMove {
    SUBMIT,
    REVIEW,
    UPHOLD,
    DISMISS,
    UNBLOCK
}
