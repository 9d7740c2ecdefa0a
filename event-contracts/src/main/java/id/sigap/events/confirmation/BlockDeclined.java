package id.sigap.events.confirmation;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * The operator does not block the number. Source: operator-notifier.
 *
 * @param request the request
 * @param ticket its ticket
 * @param operator the operator
 * @param reason why
 * @param suggestedOperator whose number it is, if the operator knows
 * @param note the operator's own words, at most 500 characters
 * @param via how the operator answered
 * @param receivedAt when the answer counts from: the broker's append time, or the REST call's
 */
public record BlockDeclined(
        RequestId request,
        TicketId ticket,
        OperatorCode operator,
        DeclineReason reason,
        Optional<OperatorCode> suggestedOperator,
        Optional<String> note,
        ReplyChannel via,
        Instant receivedAt)
        implements ConfirmationEvent {

    @Override
    public String subject() {
        return request.toString();
    }
}
