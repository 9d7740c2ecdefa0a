package id.sigap.faults.check.snapshot;

import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How many records that matter a consumer group has not read yet: offsets alone count the end marks of transactions too. */
public final class Unread {

    /** A longer backlog is not looked into: it is one. */
    private static final long MANY = 2000;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String PATIENCE_MILLIS = "5000";

    private Unread() {}

    /**
     * @param topics of each group
     * @param matters whether a record is waited for
     * @return by group, none left out
     * @throws KafkaException if the broker doesn't answer
     */
    public static Map<String, Long> of(Stack stack, Map<String, List<String>> topics, Predicate<TopicRecord> matters) {
        Map<TopicPartition, Map<String, Long>> committed = new HashMap<>();
        KafkaReader.positions(stack).forEach(position -> committed
                .computeIfAbsent(new TopicPartition(position.topic(), position.partition()), _ -> new HashMap<>())
                .put(position.group(), position.committed()));
        Map<String, Object> settings = new HashMap<>(stack.kafkaClient(KafkaRights.ADMIN));
        settings.put("enable.auto.commit", "false");
        settings.put("isolation.level", "read_committed");
        settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
        Map<String, Long> unread = new TreeMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            topics.forEach((group, names) -> {
                List<TopicPartition> partitions = names.stream()
                        .flatMap(name -> consumer.partitionsFor(name).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                Map<TopicPartition, Long> starts = partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> committed
                                .getOrDefault(partition, Map.of())
                                .getOrDefault(group, 0L)));
                unread.put(group, count(consumer, starts, consumer.endOffsets(partitions), matters));
            });
        }
        return unread;
    }

    private static long count(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Predicate<TopicRecord> matters) {
        List<TopicPartition> behind = starts.keySet().stream()
                .filter(partition -> starts.get(partition) < ends.get(partition))
                .toList();
        long lag = behind.stream()
                .mapToLong(partition -> ends.get(partition) - starts.get(partition))
                .sum();
        if (lag > MANY) {
            return lag;
        }
        consumer.assign(behind);
        behind.forEach(partition -> consumer.seek(partition, starts.get(partition)));
        long unread = 0;
        while (behind.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            for (var record : consumer.poll(POLL)) {
                unread += matters.test(KafkaReader.read(record)) ? 1 : 0;
            }
        }
        return unread;
    }
}
