package id.sigap.infrastructure;

import java.util.Map;

/**
 * A topic to be made.
 *
 * @param config topic settings by Kafka's names
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

    public TopicSpec {
        config = Map.copyOf(config);
    }

    /** Kept without limit, because events are the history. */
    public static TopicSpec kept(String name, int partitions) {
        return new TopicSpec(name, partitions, Map.of("retention.ms", "-1"));
    }

    /**
     * Kept, and written by strangers: stamped with the broker's time and unpacked by the broker, whatever the writer says. A broker counts compressed
     * bytes otherwise, and 300 MB of zeros in a few kilobytes would end whoever reads them; unpacked, they are too large.
     */
    public static TopicSpec writtenByStrangers(String name, int partitions) {
        return new TopicSpec(
                name,
                partitions,
                Map.of(
                        "retention.ms", "-1",
                        "message.timestamp.type", "LogAppendTime",
                        "compression.type", "uncompressed"));
    }
}
