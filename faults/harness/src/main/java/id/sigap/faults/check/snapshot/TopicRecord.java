package id.sigap.faults.check.snapshot;

import id.sigap.events.CloudEventHeader;
import java.time.Instant;
import java.util.Map;

/**
 * A record as the broker has it.
 *
 * @param key null if it has none
 * @param value null for a tombstone
 * @param headers the last of each name, as text
 */
public record TopicRecord(
        String topic, int partition, long offset, Instant at, String key, byte[] value, Map<String, String> headers) {

    /** The header's text, or "". */
    public String header(CloudEventHeader header) {
        return headers.getOrDefault(header.key(), "");
    }

    /** Where it lies, for people. */
    public String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
