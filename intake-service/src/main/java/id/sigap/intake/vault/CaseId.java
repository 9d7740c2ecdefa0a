package id.sigap.intake.vault;

import java.util.Objects;
import java.util.UUID;

/** What one case key seals: a report or an appeal, by its id. */
public record CaseId(UUID value) {

    public CaseId {
        Objects.requireNonNull(value, "caseId");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
