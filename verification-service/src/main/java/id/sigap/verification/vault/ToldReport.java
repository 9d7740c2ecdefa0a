package id.sigap.verification.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * What only the vault knows of a report; the rest is on the case.
 *
 * @param suspectAsTyped the number as the reporter wrote it
 * @param talkative whether reporter and officer may still write to each other; empty from a vault that doesn't say so yet
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ToldReport(
        Reporter reporter, Optional<String> suspectAsTyped, String narrative, Optional<Boolean> talkative) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reporter(String name, String email, String mobile) {

        /** Stays out of logs. */
        @Override
        public String toString() {
            return "Reporter[sealed]";
        }
    }

    /** Stays out of logs. */
    @Override
    public String toString() {
        return "ToldReport[sealed]";
    }
}
