package id.sigap.events.confirmation;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * The operator says it has seen the request; accepted is not done. Source: operator-notifier.
 *
 * @param request the request
 * @param ticket its ticket
 * @param operator the operator
 * @param via how the operator answered
 * @param receivedAt when the answer counts from: the broker's append time, or the REST call's
 */
public record RequestAcknowledged(
        RequestId request, TicketId ticket, OperatorCode operator, ReplyChannel via, Instant receivedAt)
        implements ConfirmationEvent {

    @Override
    public String subject() {
        return request.toString();
    }
}
