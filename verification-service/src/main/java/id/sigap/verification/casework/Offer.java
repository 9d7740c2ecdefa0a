package id.sigap.verification.casework;

import id.sigap.events.verification.AnswerKind;
import id.sigap.service.Refusal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What somebody may do with a case as it stands, and why not.
 *
 * @param moves what would be carried out, if what is said with it is right
 * @param refused every other move that officers make, and why it would not be
 * @param unprovenAsReported why fraud can't be found just as the report says it; empty if it can
 * @param answers what may be answered
 */
public record Offer(
        Set<CaseMove> moves,
        Map<CaseMove, Refusal> refused,
        Optional<Refusal> unprovenAsReported,
        Set<AnswerKind> answers) {

    /** Only what somebody's role lets them do. */
    Offer within(Predicate<CaseMove> role) {
        Set<CaseMove> allowed = EnumSet.copyOf(moves);
        allowed.removeIf(role.negate());
        return new Offer(allowed, refused, unprovenAsReported, answers);
    }
}
