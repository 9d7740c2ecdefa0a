package id.sigap.verification.casework;

/** What can be done to a case, or happen to it; which of it where, {@link CaseState#after} knows. */
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
    /** It is to be decided together with another. */
    MERGE,
    /** It stands alone again. */
    UNMERGE,
    /** The case it was merged into was verified, and with it this one. */
    VERIFY_WITH,
    /** The reporter took the report back. */
    WITHDRAW,
    /** Others are taken to it, to be decided together. */
    TAKE_OTHERS,
    /** What its reporter wrote after the decision was read and needs no answer. */
    READ
}
