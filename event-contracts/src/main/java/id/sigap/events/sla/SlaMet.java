package id.sigap.events.sla;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * The operator confirmed, on time or late. Source: sla-monitor.
 *
 * @param request the request
 * @param ticket its ticket
 * @param operator the operator
 * @param action block or unblock
 * @param startedAt when the clock started, by policy
 * @param dueAt startedAt + window
 * @param confirmedAt when the confirmation counts from
 * @param timeliness on time or late
 */
public record SlaMet(
        RequestId request,
        TicketId ticket,
        OperatorCode operator,
        Action action,
        Instant startedAt,
        Instant dueAt,
        Instant confirmedAt,
        Timeliness timeliness)
        implements SlaEvent {

    @Override
    public String subject() {
        return request.toString();
    }
}
