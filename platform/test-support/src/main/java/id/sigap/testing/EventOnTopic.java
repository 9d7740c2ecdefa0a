package id.sigap.testing;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Event;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as a test sees it: the bytes, and the event in them. */
public record EventOnTopic(ConsumerRecord<String, byte[]> record) {

    /** @throws id.sigap.events.UnreadableEvent if the payload isn't what the header says */
    public Event event() {
        var type = header(CloudEventHeader.TYPE).flatMap(EventType::named).orElseThrow();
        return EventCodec.read(record.value(), type.record());
    }

    public Optional<String> header(CloudEventHeader name) {
        return Optional.ofNullable(record.headers().lastHeader(name.key()))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    /** The CloudEvents id. */
    public String id() {
        return header(CloudEventHeader.ID).orElseThrow();
    }

    /** The aggregate's version. */
    public long sequence() {
        return Long.parseLong(header(CloudEventHeader.SEQUENCE).orElseThrow());
    }

    public String key() {
        return record.key();
    }

    boolean is(Class<? extends Event> type) {
        return header(CloudEventHeader.TYPE)
                .flatMap(EventType::named)
                .filter(named -> named.record() == type)
                .isPresent();
    }
}
