package id.sigap.faults.check.snapshot;

import id.sigap.events.Event;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import id.sigap.local.service.Service;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a service's journal.
 *
 * @param id the event's id
 * @param recordedAt by the database's clock
 * @param traceParent null if there was none
 * @param previousHash null for the first of a subject
 */
public record Entry(
        Service service,
        String subject,
        long version,
        String id,
        String topic,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        byte[] payload,
        String traceParent,
        byte[] previousHash,
        byte[] hash) {

    /** The event said; empty if it can't be read. */
    public Optional<Event> event() {
        return EventType.named(type).flatMap(known -> {
            try {
                return Optional.of(EventCodec.read(payload, known.record()));
            } catch (EventCodec.UnreadableEvent _) {
                return Optional.empty();
            }
        });
    }
}
