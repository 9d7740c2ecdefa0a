package id.sigap.events.ticket;

import id.sigap.events.Msisdn;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * The block stays that was proposed to be lifted. Source: ticket-service.
 *
 * @param ticket the ticket
 * @param number the number
 * @param refusedBy the account id of who decided
 * @param at when, by the service's clock
 */
public record ReleaseRefused(TicketId ticket, Msisdn number, String refusedBy, Instant at) implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
