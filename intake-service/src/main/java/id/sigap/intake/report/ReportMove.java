package id.sigap.intake.report;

/** What can be done with a report. */
public enum ReportMove {
    /** An officer took the case. */
    CONVERSE,
    /** The officer asked for evidence. */
    ASK_EVIDENCE,
    /** Evidence came in, or a second officer looks at it. */
    REVIEW,
    VERIFY,
    REJECT,
    ANSWER,
    WITHDRAW,
    /** The number's ticket came to its end. */
    CLOSE
}
