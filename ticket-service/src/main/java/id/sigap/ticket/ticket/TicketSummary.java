package id.sigap.ticket.ticket;

import id.sigap.events.OperatorCode;
import id.sigap.events.TicketId;
import id.sigap.events.ticket.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticket as a list shows it.
 *
 * @param number E.164; only its range ({@code +62811…}) for who may not see personal data
 * @param dueAt until when the operator has to answer; absent while none is asked
 */
record TicketSummary(
        TicketId id,
        String ticketNumber,
        String number,
        State state,
        Optional<OperatorCode> operator,
        Instant openedAt,
        Optional<Instant> dueAt,
        Optional<Instant> blockedAt,
        Optional<Outcome> outcome) {

    static TicketSummary of(Ticket ticket, Shown shown) {
        return new TicketSummary(
                ticket.id(),
                ticket.ticketNumber,
                shown.number(ticket.number),
                ticket.state,
                ticket.operator(),
                ticket.openedAt,
                Optional.ofNullable(ticket.requests.dueAt),
                Optional.ofNullable(ticket.blockedAt),
                Optional.ofNullable(ticket.outcome));
    }
}
