package id.sigap.intake.evidence;

/** Whether a piece of evidence may be looked at. */
public enum EvidenceState {
    /** Not checked yet: nobody sees it. */
    QUARANTINED,
    CLEAN,
    /** The scanner found something: nobody ever sees it. */
    REFUSED
}
