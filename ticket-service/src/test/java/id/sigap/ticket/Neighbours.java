package id.sigap.ticket;

import id.sigap.events.Event;
import id.sigap.events.Topic;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.TopicReader;
import id.sigap.testing.Topics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The services around this one: what they say on Kafka, and what they hear of it. */
final class Neighbours implements AutoCloseable {

    private static final Map<String, AtomicLong> VERSIONS = new ConcurrentHashMap<>();

    private final TopicReader tickets = TopicReader.of(Topic.TICKETS);

    /** Says an event as its service would: the next version of its aggregate. */
    ProducerRecord<String, byte[]> say(Event event) {
        long version =
                VERSIONS.computeIfAbsent(event.subject(), _ -> new AtomicLong()).incrementAndGet();
        var record = Topics.record(Topic.of(event), event, version, UUID.randomUUID());
        Topics.publish(record);
        return record;
    }

    /** Says the very same again, as a broker that lost an acknowledgement makes a producer do. */
    void repeat(ProducerRecord<String, byte[]> record) {
        Topics.publish(record);
    }

    /** Waits for the first ticket event that fits. */
    <E extends TicketEvent> E hear(Class<E> type, Predicate<E> which) {
        return type.cast(tickets.awaitFirst(on -> type.isInstance(on.event()) && which.test(type.cast(on.event())))
                .event());
    }

    /** Everything heard so far of one ticket, in the order of arrival. */
    List<EventOnTopic> of(String ticket) {
        return tickets.allOf(ticket);
    }

    @Override
    public void close() {
        tickets.close();
    }
}
