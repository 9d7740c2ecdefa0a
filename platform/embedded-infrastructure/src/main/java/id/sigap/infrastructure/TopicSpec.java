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

    /** Kept, and stamped with the broker's time whatever the writer says. */
    public static TopicSpec stampedByBroker(String name, int partitions) {
        return new TopicSpec(name, partitions, Map.of("retention.ms", "-1", "message.timestamp.type", "LogAppendTime"));
    }
}
