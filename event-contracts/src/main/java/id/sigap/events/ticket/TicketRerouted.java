package id.sigap.events.ticket;

import id.sigap.events.OperatorCode;
import id.sigap.events.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * The ticket went to another operator; a new BlockRequested follows. Source: ticket-service.
 *
 * @param ticket the ticket
 * @param from who had it; empty if nobody had
 * @param to who has it now
 * @param decidedBy the officer's account id, or {@code directory}
 * @param at when, by the service's clock
 */
public record TicketRerouted(
        TicketId ticket, Optional<OperatorCode> from, OperatorCode to, String decidedBy, Instant at)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
