package id.sigap.journal;

import java.time.Instant;
import java.util.UUID;

/** An entry before the journal has given it its version and its hash; {@link JournalEntry} tells what its parts mean. */
public record Draft(
        String topic,
        String subject,
        UUID id,
        String type,
        Instant occurredAt,
        String actor,
        byte[] payload,
        String traceParent) {}
