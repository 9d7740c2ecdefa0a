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
    APPEAL_UPHELD,
    APPEAL_DISMISSED
}
