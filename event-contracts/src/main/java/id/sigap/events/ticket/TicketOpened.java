package id.sigap.events.ticket;

import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * One number, one ticket. Source: ticket-service, on the first verified report of a number that has no open ticket.
 *
 * @param ticket the ticket
 * @param ticketNumber such as {@code SGP-2026-000123}
 * @param number the number
 * @param operator its operator of record; empty if the allocation is unknown and an officer must name it
 * @param report the report
 * @param openedAt when
 */
public record TicketOpened(
        TicketId ticket,
        String ticketNumber,
        Msisdn number,
        Optional<OperatorCode> operator,
        ReportId report,
        Instant openedAt)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
