package id.sigap.events.confirmation;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;

/**
 * The operator names its own reference for what it confirmed without one. Source: operator-notifier, once per request.
 *
 * @param request the request
 * @param ticket its ticket
 * @param operator the operator
 * @param networkReference the operator's own reference
 * @param via how the operator answered
 * @param receivedAt when the answer counts from: the broker's append time, or the REST call's
 */
public record ReferenceGiven(
        RequestId request,
        TicketId ticket,
        OperatorCode operator,
        String networkReference,
        ReplyChannel via,
        Instant receivedAt)
        implements ConfirmationEvent {

    @Override
    public String subject() {
        return request.toString();
    }
}
