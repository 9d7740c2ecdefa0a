package id.sigap.events.operator;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.DeclineReason;
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
        Optional<DeclineReason> reason,
        Optional<OperatorCode> suggestedOperator,
        Optional<String> note)
        implements OperatorMessage {

    /** In characters as JSON Schema's maxLength counts them: code points. */
    public static final int LONGEST_REFERENCE = 100;

    public static final int LONGEST_NOTE = 500;

    /** @throws IllegalArgumentException if a decline gives no reason, or a text is too long */
    public ActionReply {
        if (outcome == ReplyOutcome.DECLINED && reason.isEmpty()) {
            throw new IllegalArgumentException("reason: a decline says why");
        }
        atMost(LONGEST_REFERENCE, networkReference, "networkReference");
        atMost(LONGEST_NOTE, note, "note");
    }

    private static void atMost(int characters, Optional<String> text, String component) {
        if (text.filter(t -> t.codePointCount(0, t.length()) > characters).isPresent()) {
            throw new IllegalArgumentException(component + ": at most " + characters + " characters");
        }
    }

    @Override
    public String subject() {
        return request.toString();
    }
}
