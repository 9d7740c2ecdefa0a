package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** One piece of evidence in the vault. */
public record EvidenceId(@JsonValue UUID value) {

    public EvidenceId {
        Objects.requireNonNull(value, "evidenceId");
    }

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EvidenceId of(String text) {
        return new EvidenceId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
