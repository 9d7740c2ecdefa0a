package id.sigap.events;

/** What the fraud pretends to be. The help desk's own list; {@code HACKED_ACCOUNT} is answered and referred, never blocked. */
public enum Category {
    URGENT_PAYMENT,
    PRIZE,
    IMPERSONATION,
    INVESTMENT,
    GAMBLING,
    HACKED_ACCOUNT,
    OTHER
}
