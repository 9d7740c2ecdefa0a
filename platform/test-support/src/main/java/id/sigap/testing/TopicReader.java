package id.sigap.testing;

import id.sigap.events.Event;
import id.sigap.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * Reads a topic from its beginning, outside any group. What other tests of the same JVM wrote is on it too: ask by key.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<EventOnTopic> seen = new ArrayList<>();

    private TopicReader(String topic) {
        Map<String, Object> properties = Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers());
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public static TopicReader of(Topic topic) {
        return new TopicReader(topic.name());
    }

    public static TopicReader of(String topic) {
        return new TopicReader(topic);
    }

    /** Everything on the topic now, in each partition's order. */
    public List<EventOnTopic> all() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return List.copyOf(seen);
    }

    /** Everything with this key now, in order. */
    public List<EventOnTopic> allOf(String key) {
        return all().stream().filter(event -> key.equals(event.key())).toList();
    }

    /** Waits for an event of this type with this key. */
    public <E extends Event> E await(String key, Class<E> type) {
        return type.cast(
                awaitFirst(event -> key.equals(event.key()) && event.is(type)).event());
    }

    /** Waits until this many events with this key are there, and gives them all. */
    public List<EventOnTopic> await(String key, int count) {
        return Awaitility.await("%d events of %s".formatted(count, key))
                .pollInterval(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> polled(event -> key.equals(event.key())), found -> found.size() >= count);
    }

    /** Waits for the first record that fits. */
    public EventOnTopic awaitFirst(Predicate<EventOnTopic> fits) {
        return Awaitility.await()
                .pollInterval(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> polled(fits), found -> !found.isEmpty())
                .getFirst();
    }

    private List<EventOnTopic> polled(Predicate<EventOnTopic> fits) {
        poll();
        return seen.stream().filter(fits).toList();
    }

    private void poll() {
        consumer.poll(POLL).forEach(record -> seen.add(new EventOnTopic(record)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
