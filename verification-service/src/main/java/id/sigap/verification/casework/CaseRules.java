package id.sigap.verification.casework;

import id.sigap.events.report.ReportKind;
import id.sigap.events.verification.AnswerKind;
import id.sigap.phone.Suspect;
import id.sigap.service.IllegalMove;
import id.sigap.service.Refusal;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What somebody may do with a case now, and why not: each of {@link Case}'s moves asks here before it changes anything, and so does
 * whatever offers a move. A refusal is a value here, and thrown there.
 */
record CaseRules(Case asked, Act act) {

    /** What officers do with a case by itself; the rest follows from it, or from what reporters do. */
    private static final Set<CaseMove> BY_OFFICERS = Collections.unmodifiableSet(EnumSet.of(
            CaseMove.CLAIM,
            CaseMove.ASSIGN,
            CaseMove.RELEASE,
            CaseMove.REQUEST_EVIDENCE,
            CaseMove.VERIFY,
            CaseMove.APPROVE,
            CaseMove.DISAPPROVE,
            CaseMove.REJECT,
            CaseMove.ANSWER,
            CaseMove.UNMERGE,
            CaseMove.TAKE_OTHERS,
            CaseMove.READ));

    /** @param lead what the case is merged into; empty if it stands alone */
    Offer offer(Optional<Case> lead) {
        Map<CaseMove, Refusal> refused = new EnumMap<>(CaseMove.class);
        BY_OFFICERS.forEach(move -> refusal(move).ifPresent(why -> refused.put(move, why)));
        lead.flatMap(other -> refusalToPartFrom(other, act))
                .ifPresent(why -> refused.putIfAbsent(CaseMove.UNMERGE, why));
        Set<CaseMove> moves = EnumSet.copyOf(BY_OFFICERS);
        moves.removeAll(refused.keySet());
        return new Offer(moves, refused, refusal(Judgement.AS_REPORTED), answers());
    }

    /** Why the move can't be made; empty if it can. What is said with it, such as a number or a reason, is judged when it is made. */
    Optional<Refusal> refusal(CaseMove move) {
        if (asked.state().after(move).isEmpty()) {
            return Optional.of(new IllegalMove("case", asked.state(), move.name()));
        }
        return switch (move) {
            case CLAIM, MERGE -> claim(claim -> claim.notFreeFor(act));
            case RELEASE, REQUEST_EVIDENCE, REJECT, ANSWER -> notHeld();
            case VERIFY, ASK_SECOND_APPROVAL -> notHeld().or(this::unprovable);
            case TAKE_OTHERS -> notHeld().or(() -> asked.facts.accuses() ? Optional.empty() : Optional.of(unlike()));
            case APPROVE, DISAPPROVE -> ownFinding();
            case ASSIGN, RECEIVE_EVIDENCE, UNMERGE, VERIFY_WITH, WITHDRAW, READ -> Optional.empty();
        };
    }

    /** Why that can't be found; empty if it can. */
    Optional<Refusal> refusal(Judgement judgement) {
        return refusal(CaseMove.VERIFY).or(() -> judgement.refusal(asked.facts));
    }

    /** Why that can't be answered; empty if it can. */
    Optional<Refusal> refusal(AnswerKind answer) {
        return refusal(CaseMove.ANSWER)
                .or(() -> isUntrue(answer)
                        ? Optional.of(new Refusal(Status.CONFLICT, "number-blockable", asked.facts.suspectValue()))
                        : Optional.empty());
    }

    /** Why the case can't be decided with that one; empty if it can. @param companions how many are decided with the case itself */
    Optional<Refusal> refusalToJoin(Case lead, int companions) {
        return refusal(CaseMove.MERGE)
                .or(() -> new CaseRules(lead, act).refusal(CaseMove.TAKE_OTHERS))
                .or(() -> lead.id().equals(asked.id()) || !asked.facts.accusesTheSameAs(lead.facts)
                        ? Optional.of(unlike())
                        : Optional.empty())
                .or(() -> companions > 0
                        ? Optional.of(new Refusal(Status.CONFLICT, "case-has-others", asked.facts.caseNumber()))
                        : Optional.empty());
    }

    /** Why no case can be parted from that one, which somebody else has; empty if it can. */
    static Optional<Refusal> refusalToPartFrom(Case lead, Act act) {
        return Optional.ofNullable(lead.claim)
                .filter(claim -> claim.isLive(act.at()))
                .flatMap(claim -> claim.notHeldFor(act));
    }

    private Set<AnswerKind> answers() {
        Set<AnswerKind> answers = EnumSet.allOf(AnswerKind.class);
        answers.removeIf(this::isUntrue);
        return answers;
    }

    /** A domestic mobile number can be blocked. */
    private boolean isUntrue(AnswerKind answer) {
        return answer == AnswerKind.NUMBER_NOT_BLOCKABLE
                && asked.facts.suspect().flatMap(Suspect::blockable).isPresent();
    }

    /** Whatever an officer makes of it, no block can follow. */
    private Optional<Refusal> unprovable() {
        if (asked.facts.kind() == ReportKind.INFORMATION) {
            return Optional.of(new Refusal(Status.CONFLICT, "information-not-verifiable"));
        }
        return asked.evidence.isEmpty()
                ? Optional.of(new Refusal(Status.CONFLICT, "evidence-required"))
                : Optional.empty();
    }

    private Optional<Refusal> notHeld() {
        return claim(claim -> claim.notHeldFor(act));
    }

    private Optional<Refusal> ownFinding() {
        return asked.finding.decidedBy().equals(act.by().id())
                ? Optional.of(new Refusal(Status.CONFLICT, "second-approval-needs-another"))
                : Optional.empty();
    }

    private Refusal unlike() {
        return new Refusal(Status.CONFLICT, "cases-unlike", asked.facts.caseNumber());
    }

    private Optional<Refusal> claim(Function<Claim, Optional<Refusal>> rule) {
        return Optional.ofNullable(asked.claim).flatMap(rule);
    }
}
