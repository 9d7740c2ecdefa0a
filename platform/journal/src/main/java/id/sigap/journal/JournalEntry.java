package id.sigap.journal;

import id.sigap.events.Event;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened to one aggregate.
 *
 * @param subject the aggregate's id
 * @param version 1 for the first thing that happened to it, without gaps
 * @param id the event's id
 * @param topic where it is published
 * @param type the CloudEvents type
 * @param actor who did it
 * @param payload the event as JSON, the very bytes that are published
 * @param traceParent W3C trace context
 * @param previousHash the entry's before it; empty for version 1
 * @param hash over all of the above
 */
public record JournalEntry(
        String subject,
        long version,
        UUID id,
        String topic,
        String type,
        Instant occurredAt,
        String actor,
        byte[] payload,
        Optional<String> traceParent,
        Optional<byte[]> previousHash,
        byte[] hash) {

    /** What comes after an entry with that hash; the first of its aggregate if there is none. */
    public static JournalEntry of(Draft draft, long version, Optional<byte[]> previousHash) {
        byte[] hash = HashChain.hash(
                previousHash.orElse(null),
                draft.subject(),
                version,
                draft.id(),
                draft.topic(),
                draft.type(),
                draft.occurredAt(),
                draft.actor(),
                draft.payload(),
                draft.traceParent());
        return new JournalEntry(
                draft.subject(),
                version,
                draft.id(),
                draft.topic(),
                draft.type(),
                draft.occurredAt(),
                draft.actor(),
                draft.payload(),
                Optional.ofNullable(draft.traceParent()),
                previousHash,
                hash);
    }

    /** The hash that this entry would have after one with the given hash, whatever stands in its own columns for hashes. */
    public byte[] hashAfter(Optional<byte[]> previous) {
        return hashAs(version, previous);
    }

    /** The same, if it stood at another place in its chain. */
    public byte[] hashAs(long otherVersion, Optional<byte[]> previous) {
        return HashChain.hash(
                previous.orElse(null),
                subject,
                otherVersion,
                id,
                topic,
                type,
                occurredAt,
                actor,
                payload,
                traceParent.orElse(null));
    }

    /** @return the event said; empty for a type this release doesn't know */
    public Optional<Event> event() {
        return EventType.named(type).map(known -> EventCodec.read(payload, known.record()));
    }

    public String json() {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
