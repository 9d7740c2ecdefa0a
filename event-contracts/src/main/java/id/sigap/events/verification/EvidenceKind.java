package id.sigap.events.verification;

/** What an officer may ask a reporter for. */
public enum EvidenceKind {
    CALL_RECORDING,
    MESSAGE_PHOTO,
    TRANSFER_RECEIPT
}
