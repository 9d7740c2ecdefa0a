package id.sigap.events;

/** What an operator is asked to do to a number. */
public enum Action {
    BLOCK,
    UNBLOCK
}
