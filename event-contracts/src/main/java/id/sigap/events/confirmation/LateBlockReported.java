package id.sigap.events.confirmation;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * The operator blocked the number although the request is withdrawn, or after it was asked to unblock: no answer any more, and yet what the network did. Source: operator-notifier.
 *
 * @param request the request
 * @param ticket its ticket
 * @param operator the operator
 * @param blockedAt when the number was blocked, as the operator states it
 * @param networkReference the operator's own reference
 * @param via how the operator answered
 * @param receivedAt when it was said: the broker's append time, or the REST call's
 */
public record LateBlockReported(
        RequestId request,
        TicketId ticket,
        OperatorCode operator,
        Instant blockedAt,
        Optional<String> networkReference,
        ReplyChannel via,
        Instant receivedAt)
        implements ConfirmationEvent {

    @Override
    public String subject() {
        return request.toString();
    }
}
