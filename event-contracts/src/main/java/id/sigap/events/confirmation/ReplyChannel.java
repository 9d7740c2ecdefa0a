package id.sigap.events.confirmation;

/** How an operator answered. */
public enum ReplyChannel {
    KAFKA,
    REST
}
