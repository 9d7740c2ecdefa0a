package id.sigap.events.ticket;

/** Why a request to an operator is withdrawn. */
public enum WithdrawalReason {
    /** The number's owner appealed, and the regulator upheld it. */
    APPEAL_UPHELD
}
