package id.sigap.verification.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * What only the vault knows of a report; the rest is on the case.
 *
 * @param suspectAsTyped the number as the reporter wrote it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ToldReport(Reporter reporter, Optional<String> suspectAsTyped, String narrative) {

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
