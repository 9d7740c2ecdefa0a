package id.sigap.events.verification;

/** Why a report does not lead to a block. */
public enum RejectionReason {
    NOT_FRAUD,
    EVIDENCE_INSUFFICIENT,
    EVIDENCE_UNREADABLE,
    TOO_OLD,
    DUPLICATE,
    NO_ANSWER,
    ABUSIVE
}
