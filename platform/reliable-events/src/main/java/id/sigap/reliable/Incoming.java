package id.sigap.reliable;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Event;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.kafka.common.header.Header;

/** A record as far as it could be read. */
sealed interface Incoming {

    RawRecord raw();

    /** Empty for what belongs to no aggregate, and for what doesn't say where it belongs. */
    Optional<Place> place();

    /** @param event empty for a type this release doesn't know: its place in the order counts all the same */
    record Readable(RawRecord raw, UUID id, EventMetadata metadata, Optional<Event> event) implements Incoming {

        @Override
        public Optional<Place> place() {
            return metadata.sequence().isPresent()
                    ? Optional.of(new Place(
                            id, metadata.subject(), metadata.sequence().getAsLong()))
                    : Optional.empty();
        }
    }

    /** @param place kept where the headers tell it: what comes behind this event has to wait for it */
    record Unreadable(RawRecord raw, Optional<Place> place, String reason) implements Incoming {}

    static Incoming read(RawRecord raw) {
        try {
            return readable(raw);
        } catch (IllegalArgumentException | DateTimeException | EventCodec.UnreadableEvent e) {
            return new Unreadable(raw, place(raw), e.getMessage());
        }
    }

    private static Readable readable(RawRecord raw) {
        String type = required(raw, CloudEventHeader.TYPE);
        String id = required(raw, CloudEventHeader.ID);
        String subject = required(raw, CloudEventHeader.SUBJECT);
        String sequence = header(raw, CloudEventHeader.SEQUENCE);
        if (sequence != null && !subject.equals(raw.key())) {
            throw new IllegalArgumentException("the record's key is not the event's subject");
        }
        if (isTooLong(subject)) {
            throw new IllegalArgumentException("the subject is longer than " + ShelvedKey.LONGEST + " bytes");
        }
        if (raw.value() == null) {
            throw new IllegalArgumentException("no payload");
        }
        Optional<Event> event = EventType.named(type).map(known -> EventCodec.read(raw.value(), known.record()));
        var metadata = new EventMetadata(
                id,
                subject,
                type,
                Instant.parse(required(raw, CloudEventHeader.TIME)),
                sequence == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(sequence)),
                raw.topic(),
                raw.partition(),
                raw.offset(),
                header(raw, CloudEventHeader.TRACE_PARENT));
        return new Readable(raw, UUID.fromString(id), metadata, event);
    }

    private static Optional<Place> place(RawRecord raw) {
        try {
            String subject = required(raw, CloudEventHeader.SUBJECT);
            long version = Long.parseLong(required(raw, CloudEventHeader.SEQUENCE));
            UUID event = UUID.fromString(required(raw, CloudEventHeader.ID));
            return subject.equals(raw.key()) && version > 0 && !isTooLong(subject)
                    ? Optional.of(new Place(event, subject, version))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isTooLong(String subject) {
        return subject.getBytes(StandardCharsets.UTF_8).length > ShelvedKey.LONGEST;
    }

    private static String required(RawRecord raw, CloudEventHeader header) {
        String value = header(raw, header);
        if (value == null) {
            throw new IllegalArgumentException("header " + header.key() + " is missing");
        }
        return value;
    }

    private static String header(RawRecord raw, CloudEventHeader header) {
        Header found = raw.headers().lastHeader(header.key());
        return found == null || found.value() == null ? null : new String(found.value(), StandardCharsets.UTF_8);
    }
}
