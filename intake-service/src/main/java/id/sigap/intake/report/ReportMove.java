package id.sigap.intake.report;

/** What can be done with a report. All but {@link #WITHDRAW} was decided elsewhere, and is followed from every state. */
public enum ReportMove {
    /** An officer took the case. */
    CONVERSE,
    /** The officer asked for evidence. */
    ASK_EVIDENCE,
    /** The officer gave the case back: nobody has it. */
    RELEASE,
    /** Evidence came in. */
    RECEIVE_EVIDENCE,
    /** A second officer looks at it, or an officer who has others of the same number. */
    REVIEW,
    VERIFY,
    REJECT,
    ANSWER,
    /** The reporter takes it back. */
    WITHDRAW,
    /** The number's ticket came to its end. */
    CLOSE,
    /** An officer took the report out of its ticket. */
    LEAVE_TICKET
}
