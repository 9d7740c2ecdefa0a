package id.sigap.reliable;

import java.time.Instant;
import java.util.UUID;

/** An entry before the journal has given it its version and its hash. */
record Draft(
        String topic,
        String subject,
        UUID id,
        String type,
        Instant occurredAt,
        String actor,
        byte[] payload,
        String traceParent) {}
