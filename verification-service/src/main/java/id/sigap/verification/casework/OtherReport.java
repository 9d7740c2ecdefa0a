package id.sigap.verification.casework;

import id.sigap.events.Category;
import java.time.Instant;
import java.util.UUID;

/** Another report of a case's number, as the case's history tells it. */
public record OtherReport(UUID report, String caseNumber, Category category, CaseState state, Instant submittedAt) {

    static OtherReport of(Case other) {
        return new OtherReport(
                other.id().value(),
                other.facts.caseNumber(),
                other.facts.category(),
                other.state(),
                other.facts.submittedAt());
    }
}
