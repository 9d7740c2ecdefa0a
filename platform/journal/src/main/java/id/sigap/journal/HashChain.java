package id.sigap.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * SHA-256 over an entry and the hash before it: whoever changes, drops or reorders an entry breaks every hash after it. It covers every
 * column but {@code recorded_at}, which the database sets after the entry is made and which says nothing about what happened.
 */
public final class HashChain {

    private HashChain() {}

    /**
     * @param previousHash null for version 1
     * @param traceParent may be null
     */
    public static byte[] hash(
            byte[] previousHash,
            String subject,
            long version,
            UUID id,
            String topic,
            String type,
            Instant occurredAt,
            String actor,
            byte[] payload,
            String traceParent) {
        return new HashInput()
                .add(previousHash)
                .add(subject)
                .add(version)
                .add(id)
                .add(topic)
                .add(type)
                .add(occurredAt)
                .add(actor)
                .add(payload)
                .add(traceParent)
                .sha256();
    }
}
