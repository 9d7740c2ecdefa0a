package id.sigap.verification.appeal;

/** What can be done to an appeal. */
public enum AppealMove {
    UPHOLD,
    DISMISS
}
