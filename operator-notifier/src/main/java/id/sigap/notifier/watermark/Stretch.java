package id.sigap.notifier.watermark;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Offsets of one partition that nobody has committed. An operator that writes in transactions leaves a marker after each: it takes an offset,
 * is no record, and no consumer ever commits it.
 *
 * @param from the first
 * @param to one past the last
 */
record Stretch(long from, long to) {

    /** Reads them. True if there is no record in any; false if there is, or if it can't be told within the patience. */
    static boolean holdNoRecord(Map<TopicPartition, Stretch> stretches, Map<String, Object> kafka, Duration patience) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        long giveUpAt = System.nanoTime() + patience.toNanos();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(stretches.keySet());
            stretches.forEach((partition, stretch) -> consumer.seek(partition, stretch.from()));
            while (System.nanoTime() < giveUpAt) {
                for (var record : consumer.poll(Duration.ofMillis(50))) {
                    var partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < stretches.get(partition).to()) {
                        return false;
                    }
                }
                if (stretches.entrySet().stream()
                        .allMatch(s ->
                                consumer.position(s.getKey()) >= s.getValue().to())) {
                    return true;
                }
            }
        }
        return false;
    }
}
