package id.sigap.verification.desk;

/** What officers ask for again and again, in ready words. The words stand in {@code messages/ask_id.properties} and {@code ask_en.properties}. */
public enum EvidenceTemplate {
    RECORDING_HOW_TO,
    SCREENSHOT_HOW_TO,
    NUMBER_VISIBLE,
    DATE_VISIBLE,
    WHOLE_CONVERSATION,
    TRANSFER_RECEIPT,
    READABLE_AGAIN
}
