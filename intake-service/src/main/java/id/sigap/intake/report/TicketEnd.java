package id.sigap.intake.report;

/** What the ticket of the reported number came to. */
public enum TicketEnd {
    BLOCKED,
    NOT_BLOCKED,
    UNBLOCKED
}
