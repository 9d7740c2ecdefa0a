package id.sigap.testing;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Event;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import id.sigap.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks on Kafka as a foreign service would: CloudEvents 1.0 in binary mode, the subject as key. */
public final class Topics {

    private static final String SOURCE = "/sigap/test";

    private Topics() {}

    /** Opened when first needed, and kept: opening one takes longer than a thousand records. */
    private static final class Open {

        static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PRODUCER::close));
        }
    }

    /**
     * Says an event on the topic its family belongs on, and waits for the broker's acknowledgement.
     *
     * @param sequence the aggregate's version, from 1
     * @return the CloudEvents id
     */
    public static UUID publish(Event event, long sequence) {
        return publish(Topic.of(event), event, sequence);
    }

    /** The same on a topic of one's choice: an operator's, say. */
    public static UUID publish(Topic topic, Event event, long sequence) {
        var id = UUID.randomUUID();
        publish(record(topic, event, sequence, id));
        return id;
    }

    /** A first event of its aggregate. */
    public static UUID publish(Event event) {
        return publish(event, 1);
    }

    /** The record as it would be sent, for tests that spoil it or send it twice. */
    public static ProducerRecord<String, byte[]> record(Topic topic, Event event, long sequence, UUID id) {
        var record = new ProducerRecord<>(topic.name(), event.subject(), EventCodec.write(event));
        headers(event, sequence, id)
                .forEach((name, value) -> record.headers().add(name.key(), value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Sends any record, however wrong, and waits for the acknowledgement. */
    public static void publish(ProducerRecord<String, byte[]> record) {
        publishAll(List.of(record));
    }

    /** The same for many, in their order, without waiting for one before the next. */
    public static void publishAll(List<ProducerRecord<String, byte[]>> records) {
        records.stream().map(Open.PRODUCER::send).toList().forEach(Topics::acknowledged);
    }

    private static void acknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not published", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<CloudEventHeader, String> headers(Event event, long sequence, UUID id) {
        var headers = new EnumMap<CloudEventHeader, String>(CloudEventHeader.class);
        headers.put(CloudEventHeader.SPEC_VERSION, "1.0");
        headers.put(CloudEventHeader.ID, id.toString());
        headers.put(CloudEventHeader.SOURCE, SOURCE);
        headers.put(CloudEventHeader.TYPE, EventType.of(event).name());
        headers.put(CloudEventHeader.SUBJECT, event.subject());
        headers.put(CloudEventHeader.TIME, Instant.now().toString());
        headers.put(CloudEventHeader.SEQUENCE, Long.toString(sequence));
        headers.put(CloudEventHeader.CONTENT_TYPE, "application/json");
        return headers;
    }
}
