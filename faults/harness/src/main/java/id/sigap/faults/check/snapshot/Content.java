package id.sigap.faults.check.snapshot;

/** What lies under a seal. */
public sealed interface Content {

    /** @param sha256 of the opened bytes, in hexadecimal */
    record Opened(String sha256, long bytes) implements Content {}

    /** @param why in a few words */
    record Unreadable(String why) implements Content {}
}
