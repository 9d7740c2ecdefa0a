package id.sigap.notifier.request;

import java.time.Instant;
import java.util.Locale;

/**
 * Why a reply is no answer. REST makes a problem of it, Kafka a dead letter.
 *
 * @param field the field of the reply that is at fault
 * @param words what is wrong with it, for an operator's engineer
 */
public record RefusedReply(Fault fault, String field, String words) {

    /** What is wrong with it. */
    public enum Fault {
        /** {@code doneAt} lies ahead of the time of receipt. */
        DONE_IN_THE_FUTURE,
        /** {@code doneAt} lies before the request. */
        DONE_BEFORE_ASKED,
        /** A block that was found wrong must be lifted. */
        UNBLOCK_DECLINED,
        /** Another final answer, or other facts, were given before. */
        ANSWERED_OTHERWISE,
        /** A text contains what can't be stored or shown. */
        CONTROL_CHARACTERS,
        /** The request is withdrawn. */
        WITHDRAWN,
        /** Whoever says that a number is not its own can't say that it is. */
        SUGGESTS_ITSELF;

        /** As operators' machines compare it: it stays when the words change. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static RefusedReply doneInTheFuture(Instant doneAt, Instant receivedAt) {
        return new RefusedReply(
                Fault.DONE_IN_THE_FUTURE, "doneAt", doneAt + " is in the future; it was received at " + receivedAt);
    }

    static RefusedReply doneBeforeAsked(Instant doneAt, Instant requestedAt) {
        return new RefusedReply(Fault.DONE_BEFORE_ASKED, "doneAt", doneAt + " is before the request of " + requestedAt);
    }

    static RefusedReply unblockDeclined() {
        return new RefusedReply(Fault.UNBLOCK_DECLINED, "outcome", "a request to unblock can't be declined");
    }

    static RefusedReply answeredOtherwise(State state) {
        return new RefusedReply(
                Fault.ANSWERED_OTHERWISE, "outcome", "the request is " + state + " by an answer that says otherwise");
    }

    static RefusedReply withdrawn(Instant at) {
        return new RefusedReply(Fault.WITHDRAWN, "request", "the request was withdrawn at " + at);
    }

    static RefusedReply suggestsItself() {
        return new RefusedReply(
                Fault.SUGGESTS_ITSELF, "suggestedOperator", "names the operator whose number it is said not to be");
    }

    static RefusedReply controlCharacters(String field) {
        return new RefusedReply(Fault.CONTROL_CHARACTERS, field, "contains control characters");
    }
}
