package id.sigap.events.ticket;

import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * A further verified report of the same number joined the ticket. Source: ticket-service.
 *
 * @param ticket the ticket
 * @param report the report
 * @param at when, by the service's clock
 */
public record ReportMerged(TicketId ticket, ReportId report, Instant at) implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
