package id.sigap.notifier.broker;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Event;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A CloudEvents 1.0 record in binary mode that no journal stands behind: without {@code ce_sequence}. */
public final class CloudEventRecord {

    private static final String SOURCE = "/sigap/operator-notifier";

    private final ProducerRecord<String, byte[]> record;

    private CloudEventRecord(ProducerRecord<String, byte[]> record) {
        this.record = record;
    }

    /**
     * @param partition null leaves it to the key
     * @param id the same however often the event is sent
     * @param time when it happened
     */
    public static CloudEventRecord of(
            String topic, Integer partition, String key, Event event, String id, Instant time) {
        var record = new ProducerRecord<>(topic, partition, key, EventCodec.write(event));
        return new CloudEventRecord(record)
                .with(CloudEventHeader.SPEC_VERSION, "1.0")
                .with(CloudEventHeader.ID, id)
                .with(CloudEventHeader.SOURCE, SOURCE)
                .with(CloudEventHeader.TYPE, EventType.of(event).name())
                .with(CloudEventHeader.SUBJECT, event.subject())
                .with(CloudEventHeader.TIME, time.toString())
                .with(CloudEventHeader.CONTENT_TYPE, "application/json");
    }

    /** Lets whoever reads it follow the trace. */
    public CloudEventRecord in(String traceParent) {
        return traceParent == null ? this : with(CloudEventHeader.TRACE_PARENT, traceParent);
    }

    private CloudEventRecord with(CloudEventHeader header, String value) {
        record.headers().add(header.key(), value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    ProducerRecord<String, byte[]> record() {
        return record;
    }
}
