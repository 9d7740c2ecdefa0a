package id.sigap.events.sla;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * The window passed, all confirmations received by then have been seen, and none was for this request. Source: sla-monitor, once per request.
 *
 * @param request the request
 * @param ticket its ticket
 * @param operator the operator
 * @param action block or unblock
 * @param startedAt when the clock started, by policy
 * @param dueAt startedAt + window
 * @param at when, by the service's clock
 */
public record SlaBreached(
        RequestId request,
        TicketId ticket,
        OperatorCode operator,
        Action action,
        Instant startedAt,
        Instant dueAt,
        Instant at)
        implements SlaEvent {

    @Override
    public String subject() {
        return request.toString();
    }
}
