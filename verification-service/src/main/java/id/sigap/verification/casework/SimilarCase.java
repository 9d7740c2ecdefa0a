package id.sigap.verification.casework;

import id.sigap.events.Category;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Another case, and what it shares with the one that is looked at.
 *
 * @param sameNumber both report the same number
 * @param sameFile the same bytes were handed in as evidence in both
 * @param sameReporter one person reported both
 * @param merged it is decided with the one that is looked at
 * @param unreadMessages what its reporter wrote and no officer has answered
 * @param heldBy the account id of who works on it; absent if nobody, or if the claim has run out
 */
@Schema(name = "SimilarCase")
public record SimilarCase(
        UUID report,
        String caseNumber,
        Category category,
        CaseState state,
        Instant submittedAt,
        boolean sameNumber,
        boolean sameFile,
        boolean sameReporter,
        boolean merged,
        int unreadMessages,
        Optional<String> heldBy) {

    /** Whether whoever has the one that is looked at could merge this one into it, unless another officer works on it. */
    public boolean mergeable() {
        return sameNumber && state.after(CaseMove.MERGE).isPresent();
    }
}
