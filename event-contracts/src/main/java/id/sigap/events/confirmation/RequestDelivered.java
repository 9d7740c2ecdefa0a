package id.sigap.events.confirmation;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * The request reached the operator by one channel: the broker or the mail server took it. Source: operator-notifier.
 *
 * @param request the request
 * @param ticket its ticket
 * @param operator the operator
 * @param action block or unblock
 * @param channel which way
 * @param deliveredAt when it was taken
 */
public record RequestDelivered(
        RequestId request,
        TicketId ticket,
        OperatorCode operator,
        Action action,
        DeliveryChannel channel,
        Instant deliveredAt)
        implements ConfirmationEvent {

    @Override
    public String subject() {
        return request.toString();
    }
}
