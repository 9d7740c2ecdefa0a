package id.sigap.intake.report;

/** What a reporter may do with a report. */
public enum ReporterMove {
    /** Send a message. */
    WRITE,
    /** Hand in a file. */
    ATTACH_EVIDENCE,
    /** Take the report back. */
    WITHDRAW
}
