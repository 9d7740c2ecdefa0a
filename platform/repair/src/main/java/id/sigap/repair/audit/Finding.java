package id.sigap.repair.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * A place where a journal doesn't say what was said.
 *
 * @param journal the service it belongs to
 * @param subject the aggregate's id
 * @param from the version at fault
 * @param to the last version at fault; the same if it is one
 * @param row the entry at fault, by its event's id; empty if it is not there
 * @param how what shows it
 */
public record Finding(String journal, String subject, long from, long to, Optional<UUID> row, Kind kind, String how) {

    /** Whether the other one, found later and by somebody else, says nothing new. */
    boolean covers(Finding other) {
        return from <= other.from && other.to <= to;
    }

    /** What was done to the row. */
    public enum Kind {
        /** A column isn't as it was written. */
        CHANGED,
        /** Rows of the beginning or the middle are missing. */
        DELETED,
        /** It stands where another one was written. */
        REORDERED,
        /** The end of the chain is missing, or all of it. */
        TRUNCATED,
        /** Kafka carries what the journal never said, or something else by the same name. */
        NOT_AS_PUBLISHED,
        /** It was never said: Kafka doesn't carry it, and it doesn't wait for that. */
        NOT_PUBLISHED,
        /** The service signed something else, or what it signed is gone. */
        NOT_AS_SIGNED
    }
}
