package id.sigap.verification.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/** What an officer noted of a recording. @param atMillis from its beginning @param author the account id */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Note(UUID note, int atMillis, String text, String author, Instant at) {

    /** {@code 2:05}. */
    public String moment() {
        int seconds = atMillis / 1000;
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** Stays out of logs. */
    @Override
    public String toString() {
        return "Note[sealed]";
    }
}
