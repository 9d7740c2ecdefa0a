package id.sigap.events.ticket;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import id.sigap.events.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * This ticket is done; a new report of the number opens another. If the block turns out to stand, an UnblockRequested follows all the same. Source: ticket-service.
 *
 * @param ticket the ticket
 * @param number the number
 * @param outcome how it ended
 * @param decidedBy the officer's account id, or {@code system}
 * @param at when, by the service's clock
 * @param appeal the appeal upheld that ended it before anything was blocked
 */
public record TicketClosed(
        TicketId ticket, Msisdn number, Outcome outcome, String decidedBy, Instant at, Optional<AppealId> appeal)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
