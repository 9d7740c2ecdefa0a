package id.sigap.events.sla;

/** Whether a confirmation came within the window. */
public enum Timeliness {
    ON_TIME,
    LATE
}
