package id.sigap.notifier.delivery;

/** How an attempt went. */
sealed interface Outcome {

    /** The other side took it. */
    record Taken() implements Outcome {}

    /** Nobody needs it any more; it was not sent. */
    record NotNeeded() implements Outcome {}

    /** It may go through later. */
    record NotNow(String error) implements Outcome {}

    /** It will not go through however often it is tried. */
    record Never(String error) implements Outcome {}
}
