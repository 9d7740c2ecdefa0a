package id.sigap.events.ticket;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * An appeal was upheld while the operator is asked to lift the block already. Source: ticket-service.
 *
 * @param ticket the ticket
 * @param appeal the appeal upheld
 * @param request what the operator is asked
 * @param number the number
 * @param at when, by the service's clock
 */
public record AppealJoined(TicketId ticket, AppealId appeal, RequestId request, Msisdn number, Instant at)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
