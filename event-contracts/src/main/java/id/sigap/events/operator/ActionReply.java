package id.sigap.events.operator;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * An operator's answer. Topic {@code operator.<code>.confirmations}; counts from the broker's append time.
 *
 * @param request the request answered
 * @param outcome what was done
 * @param doneAt for CONFIRMED: when the network acted; the append time if absent
 * @param networkReference for CONFIRMED: the operator's own reference, at most 100 characters
 * @param reason for DECLINED: why, required
 * @param suggestedOperator for DECLINED: whose number it is, if known
 * @param note anything a person should read, at most 500 characters
 */
public record ActionReply(
        RequestId request,
        ReplyOutcome outcome,
        Optional<Instant> doneAt,
        Optional<String> networkReference,
        Optional<id.sigap.events.confirmation.DeclineReason> reason,
        Optional<OperatorCode> suggestedOperator,
        Optional<String> note)
        implements OperatorMessage {

    @Override
    public String subject() {
        return request.toString();
    }
}
