package id.sigap.events.confirmation;

/** Why an operator does not act. */
public enum DeclineReason {
    NOT_OURS,
    NOT_ACTIVE,
    LEGAL_HINDRANCE
}
