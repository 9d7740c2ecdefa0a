package id.sigap.events.report;

/** Who wrote a chat message. */
public enum Author {
    REPORTER,
    OFFICER
}
