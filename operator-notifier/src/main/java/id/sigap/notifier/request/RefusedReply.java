package id.sigap.notifier.request;

import java.time.Instant;
import java.util.Optional;

/** A reply that changes nothing, and why. REST makes a problem of it, Kafka a dead letter. */
public final class RefusedReply extends RuntimeException {

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
        CONTROL_CHARACTERS
    }

    private final Fault fault;
    private final String field;
    private final State state;

    private RefusedReply(Fault fault, String field, State state, String message) {
        super(message);
        this.fault = fault;
        this.field = field;
        this.state = state;
    }

    static RefusedReply doneInTheFuture(Instant doneAt, Instant receivedAt) {
        return new RefusedReply(
                Fault.DONE_IN_THE_FUTURE,
                "doneAt",
                null,
                "doneAt: " + doneAt + " is in the future; it was received at " + receivedAt);
    }

    static RefusedReply doneBeforeAsked(Instant doneAt, Instant requestedAt) {
        return new RefusedReply(
                Fault.DONE_BEFORE_ASKED,
                "doneAt",
                null,
                "doneAt: " + doneAt + " is before the request of " + requestedAt);
    }

    static RefusedReply unblockDeclined() {
        return new RefusedReply(Fault.UNBLOCK_DECLINED, "outcome", null, "a request to unblock can't be declined");
    }

    static RefusedReply answeredOtherwise(State state) {
        return new RefusedReply(
                Fault.ANSWERED_OTHERWISE,
                "outcome",
                state,
                "the request is " + state + " by an answer that says otherwise");
    }

    static RefusedReply controlCharacters(String field) {
        return new RefusedReply(Fault.CONTROL_CHARACTERS, field, null, field + ": contains control characters");
    }

    public Fault fault() {
        return fault;
    }

    /** The field of the reply that is at fault. */
    public String field() {
        return field;
    }

    /** The state the request is in; empty where the state is not what stands in the way. */
    public Optional<State> state() {
        return Optional.ofNullable(state);
    }
}
