package id.sigap.verification.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.sigap.events.report.Author;
import java.time.Instant;
import java.util.Optional;

/**
 * A message of the conversation.
 *
 * @param seq its place in the conversation, from 1
 * @param officer who wrote it, by account id; empty for the reporter
 * @param clientId its writer's own name for it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChatMessage(
        long seq, Author author, Optional<String> officer, String text, Instant at, Optional<String> clientId) {

    /** Stays out of logs. */
    @Override
    public String toString() {
        return "ChatMessage[sealed]";
    }
}
