package id.sigap.verification.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What only the vault knows of a report; the rest is on the case. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ToldReport(Reporter reporter, String narrative) {

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
