package id.sigap.intake.numbercheck;

/** What is known of a number. */
public enum Known {
    /** It was reported, found to be fraud, and its operator has blocked it. */
    BLOCKED,
    /** It was reported; that is not decided, or the block is asked for. */
    REPORTED,
    /** Nothing is known. That says nothing about the number. */
    NOTHING
}
