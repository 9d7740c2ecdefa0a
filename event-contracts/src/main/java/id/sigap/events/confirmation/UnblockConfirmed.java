package id.sigap.events.confirmation;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * The operator lifted the block. Source: operator-notifier.
 *
 * @param request the request
 * @param ticket its ticket
 * @param operator the operator
 * @param unblockedAt when, as the operator states it
 * @param networkReference the operator's own reference
 * @param via how the operator answered
 * @param receivedAt when the answer counts from: the broker's append time, or the REST call's
 */
public record UnblockConfirmed(
        RequestId request,
        TicketId ticket,
        OperatorCode operator,
        Instant unblockedAt,
        Optional<String> networkReference,
        ReplyChannel via,
        Instant receivedAt)
        implements ConfirmationEvent {

    @Override
    public String subject() {
        return request.toString();
    }
}
