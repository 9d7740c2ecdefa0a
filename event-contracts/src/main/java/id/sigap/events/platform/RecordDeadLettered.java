package id.sigap.events.platform;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A record could not be handled and was set aside. Topic {@code <topic>.dead-letters}. Source: the consumer.
 *
 * @param deadLetter names it in the repair commands
 * @param consumer the service that set it aside
 * @param topic where it was read
 * @param partition where it was read
 * @param offset where it was read
 * @param key its key
 * @param headers its headers, as text
 * @param value its bytes, Base64; absent for a tombstone, and above 256 KiB, where only the consumer's shelf has them
 * @param reason what was wrong with it
 * @param at when, by the service's clock
 */
public record RecordDeadLettered(
        UUID deadLetter,
        String consumer,
        String topic,
        int partition,
        long offset,
        Optional<String> key,
        Map<String, String> headers,
        Optional<String> value,
        String reason,
        Instant at)
        implements PlatformEvent {

    @Override
    public String subject() {
        return deadLetter.toString();
    }
}
