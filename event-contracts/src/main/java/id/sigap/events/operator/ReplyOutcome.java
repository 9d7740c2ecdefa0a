package id.sigap.events.operator;

/** What an operator has to say to a request. */
public enum ReplyOutcome {
    /** Seen, being worked on. */
    ACKNOWLEDGED,
    /** Done: the number is blocked, or unblocked, as was asked. */
    CONFIRMED,
    /** Not done, and why. */
    DECLINED
}
