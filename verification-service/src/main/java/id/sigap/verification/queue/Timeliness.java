package id.sigap.verification.queue;

/** How an open case stands against the help desk's own aim for its first decision. */
public enum Timeliness {
    ON_TIME,
    /** The last quarter of the time has begun. */
    SOON,
    LATE
}
