package id.sigap.events.ticket;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Duration;
import java.time.Instant;

/**
 * An operator is asked to block a number. Source: ticket-service.
 *
 * @param ticket the ticket
 * @param ticketNumber such as {@code SGP-2026-000123}
 * @param request new for each request to each operator
 * @param operator who is asked
 * @param number the number
 * @param category what the fraud pretends to be
 * @param channel where it came from
 * @param window how long the operator has, by policy (PP: 1×24 jam, wall clock)
 * @param requestedAt when it was asked
 * @param dueAt requestedAt + window: the latest moment the operator is told; the clock of record is sla-monitor's
 * @param evidenceCompleteAt when the evidence was complete: the other clock start a policy may choose
 */
public record BlockRequested(
        TicketId ticket,
        String ticketNumber,
        RequestId request,
        OperatorCode operator,
        Msisdn number,
        Category category,
        Channel channel,
        Duration window,
        Instant requestedAt,
        Instant dueAt,
        Instant evidenceCompleteAt)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
