package id.sigap.events.ticket;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.DeclineReason;
import java.time.Instant;
import java.util.Optional;

/**
 * The operator says it cannot act on the number. Source: ticket-service.
 *
 * @param ticket the ticket
 * @param request the request it is about
 * @param operator who declined
 * @param reason why
 * @param suggestedOperator whose number it is, if the operator knows
 * @param at when, by the service's clock
 */
public record TicketDeclined(
        TicketId ticket,
        RequestId request,
        OperatorCode operator,
        DeclineReason reason,
        Optional<OperatorCode> suggestedOperator,
        Instant at)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
