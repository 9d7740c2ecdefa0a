package id.sigap.events.ticket;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * The operator has seen the request. Source: ticket-service, from the operator's word.
 *
 * @param ticket the ticket
 * @param request the request it is about
 * @param operator the operator it is with
 * @param at when, by the service's clock
 */
public record TicketAcknowledged(TicketId ticket, RequestId request, OperatorCode operator, Instant at)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
