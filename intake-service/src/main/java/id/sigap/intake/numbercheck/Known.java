package id.sigap.intake.numbercheck;

/** What is known of a number. */
public enum Known {
    /** It was reported, found to be fraud, and its operator has blocked it. */
    BLOCKED,
    /** It was reported and found to be fraud; it is to be blocked. */
    ON_ITS_WAY,
    /** It was reported, and that is not decided. */
    REPORTED,
    /** One calls it in an emergency: nobody is asked to block it. */
    EMERGENCY,
    /** A hotline or a short code, which no operator blocks by this procedure, and of which there is no undecided report. */
    SERVICE,
    /** Nothing is known. That says nothing about the number. */
    NOTHING
}
