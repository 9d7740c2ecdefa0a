package id.sigap.sla;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Event;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.ConfirmationsPublished;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.reliable.Ids;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services, as far as this one hears them: counts each aggregate's versions, and keeps one producer open for the many. */
@ApplicationScoped
public class Wire {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    @PreDestroy
    void close() {
        producer.close();
    }

    public void say(TicketEvent event) {
        send(record(Topic.TICKETS, event));
    }

    public void say(ConfirmationEvent event) {
        send(record(Topic.CONFIRMATIONS, event));
    }

    /** Many of each, in their order, without waiting for one before the next. */
    public void sayAll(List<? extends Event> events) {
        events.stream()
                .map(event -> producer.send(record(Topic.of(event), event)))
                .toList()
                .forEach(Wire::await);
    }

    /** A record of that event's type and place whose payload nobody can read. */
    public void garble(ConfirmationEvent event) {
        var record = record(Topic.CONFIRMATIONS, event);
        send(new ProducerRecord<>(
                record.topic(), null, record.key(), "{".getBytes(StandardCharsets.UTF_8), record.headers()));
    }

    /** All confirmations received up to that moment are published, in every partition. */
    public void published(Instant through) {
        for (int partition = 0; partition < SharedInfrastructure.PARTITIONS; partition++) {
            published(partition, through);
        }
    }

    /** The same for one partition. A watermark belongs to no aggregate: it has no version. */
    public void published(int partition, Instant through) {
        var mark = Topics.record(Topic.CONFIRMATIONS, new ConfirmationsPublished(partition, through), 1, Ids.next());
        mark.headers().remove(CloudEventHeader.SEQUENCE.key());
        send(new ProducerRecord<>(mark.topic(), partition, mark.key(), mark.value(), mark.headers()));
    }

    private ProducerRecord<String, byte[]> record(Topic topic, Event event) {
        return Topics.record(topic, event, versions.merge(event.subject(), 1L, Long::sum), Ids.next());
    }

    private void send(ProducerRecord<String, byte[]> record) {
        await(producer.send(record));
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take a record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
