package id.sigap.repair;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A record that a service could not handle.
 *
 * @param id names it in commands, logs and on {@code <topic>.dead-letters}
 * @param key the record's key; on Sigap's own topics the aggregate's id
 * @param version which event of the aggregate it is; empty on operators' topics, and if the headers don't tell
 * @param headers as text
 * @param length of its value in bytes; empty for a tombstone
 * @param digest SHA-256 of its value, hexadecimal
 * @param state whether it lies dead or was asked to be tried again
 * @param reason what went wrong the last time
 * @param tries how often it could not be handled
 * @param appendedAt the broker's time stamp; on a topic without LogAppendTime, when it was first set aside
 * @param diedAt when it could not be handled the last time
 * @param behind how many events of its aggregate wait behind it
 */
public record DeadLetter(
        UUID id,
        String topic,
        int partition,
        long offset,
        Optional<String> key,
        OptionalLong version,
        Map<String, String> headers,
        OptionalLong length,
        String digest,
        State state,
        String reason,
        int tries,
        Instant appendedAt,
        Instant diedAt,
        long behind) {

    /** Where it stands. */
    public enum State {
        /** Nobody has asked for another try. */
        DEAD,
        /** Somebody has; the service has not got to it yet. */
        REPLAYING
    }
}
