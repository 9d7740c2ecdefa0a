package id.sigap.intake.vault;

/** What a case is. */
public enum CaseKind {
    REPORT,
    APPEAL
}
