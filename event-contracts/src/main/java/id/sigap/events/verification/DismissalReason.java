package id.sigap.events.verification;

/** Why an appeal does not lift a block. */
public enum DismissalReason {
    OWNERSHIP_NOT_PROVEN,
    FRAUD_CONFIRMED,
    NUMBER_NOT_BLOCKED
}
