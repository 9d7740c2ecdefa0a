package id.sigap.lag;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Offsets of one partition that nobody has committed. Who writes in transactions leaves a marker after each: it takes an offset, is no
 * record, and no consumer ever commits it.
 *
 * @param from the first
 * @param to one past the last
 */
public record Stretch(long from, long to) {

    private static final Duration POLL = Duration.ofMillis(50);

    public long length() {
        return to - from;
    }

    /** Whether there is no record in any. False if there is, or if it can't be told within the patience. */
    public static boolean holdNoRecord(
            Map<TopicPartition, Stretch> stretches, Map<String, Object> kafka, Duration patience) {
        return records(stretches, kafka, patience)
                .filter(counts -> counts.values().stream().allMatch(count -> count == 0))
                .isPresent();
    }

    /** Reads them. @return how many committed records are in each; empty if it can't be told within the patience */
    public static Optional<Map<TopicPartition, Long>> records(
            Map<TopicPartition, Stretch> stretches, Map<String, Object> kafka, Duration patience) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        Map<TopicPartition, Long> counts = new HashMap<>();
        stretches.keySet().forEach(partition -> counts.put(partition, 0L));
        long giveUpAt = System.nanoTime() + patience.toNanos();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(stretches.keySet());
            stretches.forEach((partition, stretch) -> consumer.seek(partition, stretch.from()));
            while (System.nanoTime() < giveUpAt) {
                for (var record : consumer.poll(POLL)) {
                    var partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < stretches.get(partition).to()) {
                        counts.merge(partition, 1L, Long::sum);
                    }
                }
                if (stretches.entrySet().stream()
                        .allMatch(one -> consumer.position(one.getKey())
                                >= one.getValue().to())) {
                    return Optional.of(counts);
                }
            }
        }
        return Optional.empty();
    }
}
