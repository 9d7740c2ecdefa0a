package id.sigap.reliable;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;

/**
 * A record as Kafka, or the shelf of records set aside, gave it. Key and value may be null.
 *
 * @param leaderEpoch by which Kafka tells whether its log is still the one that was read
 * @param appendedAt the broker's time stamp; empty where the writer's stands in its place
 */
record RawRecord(
        String topic,
        int partition,
        long offset,
        Optional<Integer> leaderEpoch,
        String key,
        byte[] value,
        Headers headers,
        Optional<Instant> appendedAt) {

    static RawRecord of(ConsumerRecord<String, byte[]> record) {
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.leaderEpoch(),
                record.key(),
                record.value(),
                record.headers(),
                stampedByTheBroker(record));
    }

    private static Optional<Instant> stampedByTheBroker(ConsumerRecord<String, byte[]> record) {
        return record.timestampType() == TimestampType.LOG_APPEND_TIME
                ? Optional.of(Instant.ofEpochMilli(record.timestamp()))
                : Optional.empty();
    }
}
