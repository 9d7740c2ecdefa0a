package id.sigap.events.confirmation;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * One channel gave up on a request; an undelivered request never counts as notified. Source: operator-notifier.
 *
 * @param request the request
 * @param ticket its ticket
 * @param operator the operator
 * @param action block or unblock
 * @param channel which way
 * @param attempts how often it was tried
 * @param reason what the other side said
 * @param at when, by the service's clock
 */
public record DeliveryFailed(
        RequestId request,
        TicketId ticket,
        OperatorCode operator,
        Action action,
        DeliveryChannel channel,
        int attempts,
        String reason,
        Instant at)
        implements ConfirmationEvent {

    @Override
    public String subject() {
        return request.toString();
    }
}
