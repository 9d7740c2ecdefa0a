package id.sigap.verification.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.sigap.events.report.Author;
import java.time.Instant;
import java.util.Optional;

/** A message of the conversation. @param officer who wrote it, by account id; empty for the reporter */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChatMessage(Author author, Optional<String> officer, String text, Instant at) {

    /** Stays out of logs. */
    @Override
    public String toString() {
        return "ChatMessage[sealed]";
    }
}
