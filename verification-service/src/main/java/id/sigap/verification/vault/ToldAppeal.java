package id.sigap.verification.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.sigap.verification.vault.ToldReport.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What only the vault knows of an appeal.
 *
 * @param appellant who says that the number is theirs
 * @param numberAsTyped as they wrote it
 * @param statement in their own words
 * @param documents what they handed in to prove it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ToldAppeal(
        Reporter appellant, Optional<String> numberAsTyped, String statement, List<Document> documents) {

    public ToldAppeal {
        documents = List.copyOf(documents);
    }

    /** @param mediaType found by content @param state only {@code CLEAN} ones may be looked at */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Document(UUID evidence, String mediaType, long sizeBytes, String state) {

        public boolean clean() {
            return state.equals("CLEAN");
        }
    }

    /** Stays out of logs. */
    @Override
    public String toString() {
        return "ToldAppeal[sealed]";
    }
}
