package id.sigap.verification.casework;

/** What can be done to a case, or happen to it. */
public enum CaseMove {
    CLAIM,
    ASSIGN,
    RELEASE,
    REQUEST_EVIDENCE,
    /** The reporter's evidence arrived. */
    RECEIVE_EVIDENCE,
    VERIFY,
    /** What VERIFY becomes for a protected number. */
    ASK_SECOND_APPROVAL,
    APPROVE,
    DISAPPROVE,
    REJECT,
    ANSWER,
    /** The reporter took the report back. */
    WITHDRAW
}
