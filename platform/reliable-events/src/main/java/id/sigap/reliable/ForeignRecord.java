package id.sigap.reliable;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A record somebody outside wrote; nothing about it is taken for granted.
 *
 * @param value its bytes; empty for a tombstone
 * @param headers as text, the last of each name
 * @param appendedAt the broker's time stamp, which the writer can't choose on a topic with LogAppendTime
 */
public record ForeignRecord(
        String topic,
        int partition,
        long offset,
        Optional<String> key,
        Optional<byte[]> value,
        Map<String, String> headers,
        Instant appendedAt) {}
