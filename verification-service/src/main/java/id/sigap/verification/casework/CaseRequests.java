package id.sigap.verification.casework;

import id.sigap.events.Category;
import id.sigap.events.OperatorCode;
import id.sigap.events.SuspectNumber;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.phone.PhoneNumbers;
import id.sigap.phone.UnreadableNumber;
import id.sigap.service.Refusal;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What officers send. */
public interface CaseRequests {

    /** An account id, as the identity provider names it. */
    String ACCOUNT = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";

    @Schema(name = "Assignment")
    record Assignment(@NotNull @Pattern(regexp = ACCOUNT) String officer) {}

    @Schema(name = "EvidenceRequest")
    record EvidenceRequest(@NotEmpty Set<@NotNull EvidenceKind> kinds) {}

    /** @param cases the reports to decide with this one; of the same number */
    @Schema(name = "Merge")
    record Merge(@NotEmpty @Size(max = 20) Set<@NotNull UUID> cases) {}

    @Schema(name = "Rejection")
    record Rejection(@NotNull RejectionReason reason) {}

    /** @param messages how many unread ones the officer had before them */
    @Schema(name = "Read")
    record Read(@NotNull @Min(0) Integer messages) {}

    @Schema(name = "Answer")
    record Answer(@NotNull AnswerKind answer) {}

    /**
     * Every field may be left out.
     *
     * @param number as people type it; left out, the reported number
     * @param category left out, the reporter's
     * @param operator left out, the directory says whose number it is
     * @param evidence left out, all there is
     */
    @Schema(name = "Verification")
    record Verification(
            String number,
            Category category,
            @Pattern(regexp = "[A-Z][A-Z0-9]{1,19}") String operator,
            Set<@NotNull UUID> evidence) {

        /** @throws Refusal 400 naming the field that can't be read */
        public Judgement judgement() {
            return new Judgement(
                    Optional.ofNullable(number).map(Verification::read),
                    Optional.ofNullable(category),
                    Optional.ofNullable(operator).map(Verification::code),
                    Optional.ofNullable(evidence));
        }

        private static OperatorCode code(String asTyped) {
            try {
                return new OperatorCode(asTyped);
            } catch (IllegalArgumentException _) {
                throw Refusal.field("operator", "operator-not-readable");
            }
        }

        private static SuspectNumber read(String asTyped) {
            try {
                return PhoneNumbers.read(asTyped);
            } catch (UnreadableNumber e) {
                throw Refusal.field("number", e.code());
            }
        }
    }
}
