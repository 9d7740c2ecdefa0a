package id.sigap.bench.fanout;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.CloudEventHeader;
import id.sigap.events.Event;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.TicketAcknowledged;
import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says what ticket-service would say. */
final class TicketVoice implements AutoCloseable {

    private static final OperatorCode TELKOMSEL = new OperatorCode("TELKOMSEL");
    private static final Msisdn NUMBER = new Msisdn("+6281100000900");
    private static final Duration DAY = Duration.ofDays(1);

    private final KafkaProducer<String, byte[]> producer;

    TicketVoice(Stack stack) {
        Map<String, Object> settings = new HashMap<>(stack.kafkaClient(KafkaRights.ADMIN));
        settings.put("acks", "all");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** The operator is asked, sees it, and has blocked. */
    void blocked(TicketId ticket) {
        var request = new RequestId(UUID.randomUUID());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Event> story = List.of(
                new BlockRequested(
                        ticket,
                        "SGP-2026-000900",
                        request,
                        TELKOMSEL,
                        NUMBER,
                        Category.PRIZE,
                        Channel.SMS,
                        DAY,
                        now,
                        now.plus(DAY),
                        now),
                new TicketAcknowledged(ticket, request, TELKOMSEL, now),
                new NumberBlocked(ticket, request, NUMBER, TELKOMSEL, now));
        for (int i = 0; i < story.size(); i++) {
            producer.send(record(story.get(i), i + 1));
        }
        producer.flush();
    }

    private static ProducerRecord<String, byte[]> record(Event event, int sequence) {
        var record = new ProducerRecord<>(Topic.of(event).name(), event.subject(), EventCodec.write(event));
        Map.of(
                        CloudEventHeader.SPEC_VERSION, "1.0",
                        CloudEventHeader.ID, UUID.randomUUID().toString(),
                        CloudEventHeader.SOURCE, "/sigap/bench",
                        CloudEventHeader.TYPE, EventType.of(event).name(),
                        CloudEventHeader.SUBJECT, event.subject(),
                        CloudEventHeader.TIME, Instant.now().toString(),
                        CloudEventHeader.SEQUENCE, Integer.toString(sequence),
                        CloudEventHeader.CONTENT_TYPE, "application/json")
                .forEach((name, value) -> record.headers().add(name.key(), value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }
}
