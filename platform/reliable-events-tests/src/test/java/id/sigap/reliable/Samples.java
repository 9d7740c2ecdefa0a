package id.sigap.reliable;

import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.testing.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events for tests. */
final class Samples {

    private Samples() {}

    static TicketId aTicket() {
        return new TicketId(Ids.next());
    }

    /** Any event of that ticket; which one doesn't matter to the platform. */
    static ReportMerged somethingHappenedTo(TicketId ticket) {
        return new ReportMerged(ticket, new ReportId(Ids.next()), Instant.parse("2026-11-23T10:00:00Z"));
    }

    /** That version of the ticket as a foreign service would send it. */
    static ProducerRecord<String, byte[]> anEventOf(TicketId ticket, long version) {
        return Topics.record(Topic.TICKETS, somethingHappenedTo(ticket), version, UUID.randomUUID());
    }

    /** The same record with another value. */
    static ProducerRecord<String, byte[]> carrying(ProducerRecord<String, byte[]> like, byte[] value) {
        return new ProducerRecord<>(like.topic(), null, like.key(), value, like.headers());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
