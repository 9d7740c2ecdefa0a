package id.sigap.events.ticket;

import id.sigap.events.Msisdn;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * Nothing more will happen to this ticket; a new report of the number opens another. Source: ticket-service.
 *
 * @param ticket the ticket
 * @param number the number
 * @param outcome how it ended
 * @param decidedBy the officer's account id, or {@code system}
 * @param at when, by the service's clock
 */
public record TicketClosed(TicketId ticket, Msisdn number, Outcome outcome, String decidedBy, Instant at)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
