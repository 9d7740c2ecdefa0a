package id.sigap.verification.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.report.EvidenceCheck;
import id.sigap.events.report.ReportKind;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.phone.Suspect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case as an officer sees it. What the citizen told, and who they are, stays in the vault: intake's officer API shows it.
 *
 * @param version what an officer decides on; an API tells it as the ETag
 * @param recent whether the fraud is recent enough by policy
 * @param suspect whom it is about; absent if neither a number nor a sender's name was given
 * @param protectedNumber whether a block needs a second officer: of the number that was found, and before that of the reported one
 * @param reportsOnNumber how many reports of the number, or the sender's name, there are, this one among them
 * @param claim who has the case; absent if nobody
 * @param askedFor the evidence last asked for
 * @param finding what an officer found; absent before
 * @param closing how it ended; absent before
 * @param mergedInto the case it is, or was, decided with; absent if it stands alone
 * @param moves what whoever asks may do with it now
 * @param offer the same, with why not
 */
@Schema(name = "Case")
public record CaseView(
        @JsonIgnore @Schema(hidden = true) long version,
        UUID report,
        String caseNumber,
        CaseState state,
        Priority priority,
        ReportKind kind,
        Channel channel,
        Category category,
        Optional<Suspect> suspect,
        Instant occurredAt,
        boolean recent,
        boolean moneyLost,
        String language,
        Instant submittedAt,
        boolean protectedNumber,
        int reportsOnNumber,
        Optional<ClaimView> claim,
        List<EvidenceKind> askedFor,
        List<EvidenceView> evidence,
        int unreadMessages,
        Instant lastActivityAt,
        Optional<FindingView> finding,
        Optional<ClosingView> closing,
        Optional<UUID> mergedInto,

        @Schema(
                description =
                        "What whoever asks may do with the case now, and would not be refused: each is the address of its name, TAKE_OTHERS is"
                                + " merge. VERIFY is here if some judgement would be taken, which need not be the report's own.")
        Set<CaseMove> moves,

        @JsonIgnore @Schema(hidden = true) Offer offer) {

    /** @param live false if the claim has run out: others may take the case */
    @Schema(name = "Claim")
    public record ClaimView(String officer, Instant until, boolean live) {}

    @Schema(name = "Evidence")
    public record EvidenceView(
            UUID evidence, String sha256, String mediaType, long sizeBytes, EvidenceCheck check, Instant attachedAt) {

        static EvidenceView of(Evidence piece) {
            return new EvidenceView(
                    piece.id(),
                    piece.sha256(),
                    piece.mediaType(),
                    piece.sizeBytes(),
                    piece.check(),
                    piece.attachedAt());
        }
    }

    @Schema(name = "Finding")
    public record FindingView(
            Msisdn number,
            Category category,
            Optional<OperatorCode> operator,
            List<UUID> evidence,
            Instant evidenceCompleteAt,
            String decidedBy,
            Optional<String> approvedBy) {

        static FindingView of(Finding finding, String approvedBy) {
            return new FindingView(
                    finding.number(),
                    finding.category(),
                    finding.operator(),
                    finding.evidence(),
                    finding.evidenceCompleteAt(),
                    finding.decidedBy(),
                    Optional.ofNullable(approvedBy));
        }
    }

    /**
     * What a verification would come to, before it is done.
     *
     * @param secondOfficer whether a block of the number needs one
     */
    public record Proposal(FindingView finding, boolean secondOfficer) {}

    /** @param by who spoke the last word; {@code reporter} for a withdrawal */
    @Schema(name = "Closing")
    public record ClosingView(Optional<RejectionReason> reason, Optional<AnswerKind> answer, String by, Instant at) {

        static ClosingView of(Closing closing) {
            return new ClosingView(
                    Optional.ofNullable(closing.rejection()),
                    Optional.ofNullable(closing.answer()),
                    closing.by(),
                    closing.at());
        }
    }
}
