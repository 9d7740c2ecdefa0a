package id.sigap.reliable;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record as Kafka, or the shelf of records set aside, gave it. Key and value may be null.
 *
 * @param leaderEpoch by which Kafka tells whether its log is still the one that was read
 */
record RawRecord(
        String topic,
        int partition,
        long offset,
        Optional<Integer> leaderEpoch,
        String key,
        byte[] value,
        Headers headers,
        Instant appendedAt) {

    static RawRecord of(ConsumerRecord<String, byte[]> record) {
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.leaderEpoch(),
                record.key(),
                record.value(),
                record.headers(),
                Instant.ofEpochMilli(record.timestamp()));
    }
}
