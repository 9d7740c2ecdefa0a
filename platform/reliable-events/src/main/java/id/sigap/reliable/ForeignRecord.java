package id.sigap.reliable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;

/**
 * A record somebody outside wrote; nothing about it is taken for granted.
 *
 * @param value its bytes; empty for a tombstone
 * @param headers as text, the last of each name
 * @param appendedAt the broker's time stamp, or of one that was set aside without, when that was; empty on a topic without LogAppendTime, where the
 *     writer chooses what stands in its place
 */
public record ForeignRecord(
        String topic,
        int partition,
        long offset,
        Optional<String> key,
        Optional<byte[]> value,
        Map<String, String> headers,
        Optional<Instant> appendedAt) {

    static ForeignRecord of(RawRecord raw) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : raw.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new ForeignRecord(
                raw.topic(),
                raw.partition(),
                raw.offset(),
                Optional.ofNullable(raw.key()),
                Optional.ofNullable(raw.value()),
                headers,
                raw.appendedAt());
    }
}
