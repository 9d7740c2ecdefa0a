package id.sigap.events.ticket;

import id.sigap.events.Action;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * What an operator was asked is no longer wanted: whoever has done it undoes it, whoever has not does not. Source: ticket-service, before the operator answered.
 *
 * @param ticket the ticket
 * @param ticketNumber such as {@code SGP-2026-000123}
 * @param request the request that is withdrawn
 * @param operator who was asked
 * @param action what was asked
 * @param number the number
 * @param reason why
 * @param withdrawnAt when, by the service's clock
 */
public record RequestWithdrawn(
        TicketId ticket,
        String ticketNumber,
        RequestId request,
        OperatorCode operator,
        Action action,
        Msisdn number,
        WithdrawalReason reason,
        Instant withdrawnAt)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
