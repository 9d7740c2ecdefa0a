package id.sigap.events.ticket;

import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * The block is lifted. Source: ticket-service, from the operator's confirmation.
 *
 * @param ticket the ticket
 * @param request the request it is about
 * @param number the number
 * @param operator the operator it is with
 * @param unblockedAt when, as the operator states it
 */
public record NumberUnblocked(
        TicketId ticket, RequestId request, Msisdn number, OperatorCode operator, Instant unblockedAt)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
