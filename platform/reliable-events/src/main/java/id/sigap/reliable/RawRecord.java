package id.sigap.reliable;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** A record as Kafka, or the shelf of records set aside, gave it. Key and value may be null. */
record RawRecord(
        String topic, int partition, long offset, String key, byte[] value, Headers headers, Instant appendedAt) {

    static RawRecord of(ConsumerRecord<String, byte[]> record) {
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                record.headers(),
                Instant.ofEpochMilli(record.timestamp()));
    }
}
