package id.sigap.events.ticket;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An operator is asked to lift a block. Source: ticket-service.
 *
 * @param ticket the ticket
 * @param ticketNumber such as {@code SGP-2026-000123}
 * @param request new for each request to each operator
 * @param operator who is asked
 * @param number the number
 * @param reason why the block is to be lifted
 * @param appeal for reason APPEAL: the appeal upheld
 * @param approvedBy for reason RELEASE: the account id of who approved it, another person than proposed it
 * @param window how long the operator has, by policy (PP: 1×24 jam, wall clock)
 * @param requestedAt when it was asked
 * @param dueAt requestedAt + window: the latest moment the operator is told; the clock of record is sla-monitor's
 */
public record UnblockRequested(
        TicketId ticket,
        String ticketNumber,
        RequestId request,
        OperatorCode operator,
        Msisdn number,
        UnblockReason reason,
        Optional<AppealId> appeal,
        Optional<String> approvedBy,
        Duration window,
        Instant requestedAt,
        Instant dueAt)
        implements TicketEvent {

    @Override
    public String subject() {
        return ticket.toString();
    }
}
