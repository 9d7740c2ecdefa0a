package id.sigap.events.report;

/** How a piece of evidence was found clean. */
public enum EvidenceCheck {
    /** A malware scanner looked at it and found nothing. */
    SCANNED,
    /** No scanner is configured: only the type was checked by content. */
    TYPE_ONLY
}
