package id.sigap.verification.appeal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.sigap.events.Msisdn;
import id.sigap.events.verification.DismissalReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An appeal as the regulator sees it. Who the owner is stays in the vault.
 *
 * @param version what the regulator decides on; an API tells it as the ETag
 * @param appealNumber what people call it
 * @param number the number to be unblocked, or not
 * @param evidence what the owner handed in
 * @param reason why it was dismissed; absent otherwise
 * @param moves what whoever asks may do with it now
 */
@Schema(name = "Appeal")
public record AppealView(
        @JsonIgnore @Schema(hidden = true) long version,
        UUID appeal,
        String appealNumber,
        AppealState state,
        Msisdn number,
        List<AppealEvidence> evidence,
        Instant submittedAt,
        Optional<DismissalReason> reason,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,

        @Schema(
                description =
                        "What whoever asks may do with the appeal now; none if it is decided, or if the block is their own decision")
        Set<AppealMove> moves) {

    static AppealView of(Appeal shown, Set<AppealMove> moves) {
        return new AppealView(
                shown.version,
                shown.appeal,
                shown.appealNumber,
                shown.state,
                shown.number,
                List.copyOf(shown.evidence),
                shown.submittedAt,
                Optional.ofNullable(shown.dismissal),
                Optional.ofNullable(shown.decidedBy),
                Optional.ofNullable(shown.decidedAt),
                moves);
    }
}
