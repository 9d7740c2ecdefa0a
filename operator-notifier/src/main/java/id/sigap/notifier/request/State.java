package id.sigap.notifier.request;

/** Where a request stands. The diagram is in {@link OperatorRequest}. */
public enum State {
    /** Asked, no word from the operator. */
    PENDING,
    /** The operator has seen it; accepted is not done. */
    ACKNOWLEDGED,
    /** Done: blocked, or unblocked, as was asked. The end. */
    CONFIRMED,
    /** The operator doesn't act. The end. */
    DECLINED,
    /** No longer wanted: whoever has done it undoes it, whoever has not does not. The end. */
    WITHDRAWN;

    /** True while an answer is awaited. */
    public boolean isOpen() {
        return this == PENDING || this == ACKNOWLEDGED;
    }
}
