package id.sigap.events.ticket;

/** How a ticket ended. */
public enum Outcome {
    /** The block was lifted after an appeal. */
    UNBLOCKED,
    /** No operator could act on the number. */
    NOT_BLOCKED,
    /** The block was reviewed and let go: the number was given to somebody else. */
    RELEASED
}
