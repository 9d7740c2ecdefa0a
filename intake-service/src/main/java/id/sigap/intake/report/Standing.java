package id.sigap.intake.report;

/** Where one report of a number stands. @param end how its ticket ended; null while it has not */
public record Standing(ReportState state, TicketEnd end) {}
