package id.sigap.reliable;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What stands around an event on Kafka.
 *
 * @param id the same however often the event comes
 * @param subject the aggregate's id
 * @param type the CloudEvents type
 * @param time when it happened
 * @param sequence the aggregate's version; empty for what belongs to none, such as a watermark
 */
public record EventMetadata(
        String id,
        String subject,
        String type,
        Instant time,
        OptionalLong sequence,
        String topic,
        int partition,
        long offset,
        String traceParent) {}
