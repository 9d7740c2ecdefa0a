package id.sigap.events.ticket;

import id.sigap.events.Msisdn;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * An officer wants the block to be lifted without an appeal; another person decides. Source: ticket-service.
 *
 * @param ticket the ticket
 * @param number the number
 * @param proposedBy the officer's account id
 * @param at when, by the service's clock
 */
public record ReleaseProposed(TicketId ticket, Msisdn number, String proposedBy, Instant at) implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
