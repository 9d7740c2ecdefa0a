package id.sigap.verification.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.sigap.events.Category;
import id.sigap.service.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
 * @param moves MERGE if whoever asks can take it to the one that is looked at, UNMERGE if they can part it from that
 * @param apart why it can't be taken to the one that is looked at, where it is of the same number and open; absent otherwise
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
        Optional<String> heldBy,

        @Schema(
                description =
                        "MERGE if whoever asks can take it to the case that is looked at, UNMERGE if they can part it from that")
        Set<CaseMove> moves,

        @JsonIgnore @Schema(hidden = true) Optional<Refusal> apart) {

    /** What whoever looks may do with it. */
    SimilarCase offering(Set<CaseMove> offered, Optional<Refusal> why) {
        return new SimilarCase(
                report,
                caseNumber,
                category,
                state,
                submittedAt,
                sameNumber,
                sameFile,
                sameReporter,
                merged,
                unreadMessages,
                heldBy,
                offered,
                why);
    }
}
