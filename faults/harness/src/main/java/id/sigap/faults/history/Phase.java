package id.sigap.faults.history;

/** How far an operation got, as its client saw it. */
public enum Phase {
    /** About to be tried. */
    INVOKE,
    /** The system said yes: it has happened. */
    OK,
    /** The system said no (4xx): it has not happened and never will. */
    FAIL,
    /** No answer, or one that promises nothing (5xx, time-out, connection lost): it happened once or not at all. */
    UNKNOWN
}
