package id.sigap.verification.casework;

import id.sigap.events.ReportId;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.reliable.Journal;
import id.sigap.service.CurrentUser;
import id.sigap.service.ETags;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.casework.CaseView.FindingView;
import id.sigap.verification.casework.CaseView.Proposal;
import id.sigap.verification.protection.ProtectedNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What the current officer does with cases, by the API or by a page: each move is one transaction, in which the case is locked, is still what
 * the officer saw, moves, and is journalled. Every move answers with the case as it is then, or throws the {@link Refusal} that says why not.
 * {@code seen} is an entity tag, or null for whatever the case is.
 */
@ApplicationScoped
@Transactional
public class Casework {

    private final Cases cases;
    private final MergedCases merged;
    private final SimilarCases similar;
    private final CaseViews views;
    private final Journal journal;
    private final ProtectedNumbers protectedNumbers;
    private final CurrentUser user;
    private final CaseworkConfig policy;
    private final Clock clock;

    Casework(
            Cases cases,
            MergedCases merged,
            SimilarCases similar,
            CaseViews views,
            Journal journal,
            ProtectedNumbers protectedNumbers,
            CurrentUser user,
            CaseworkConfig policy,
            Clock clock) {
        this.cases = cases;
        this.merged = merged;
        this.similar = similar;
        this.views = views;
        this.journal = journal;
        this.protectedNumbers = protectedNumbers;
        this.user = user;
        this.policy = policy;
        this.clock = clock;
    }

    /** @throws Refusal 404 if there is no such case */
    public CaseView show(UUID report) {
        return view(cases.of(report));
    }

    /** The cases that share something with this one; those merged into it first. @throws Refusal 404 if there is no such case */
    public List<SimilarCase> similarTo(UUID report) {
        return similar.to(cases.of(report), user.has(Roles.OFFICER) ? Optional.of(act()) : Optional.empty());
    }

    /** What {@link #verify} would find, to be looked at before it is done. */
    public Proposal propose(UUID report, Judgement judgement) {
        Finding found = cases.of(report).propose(judgement, act());
        return new Proposal(FindingView.of(found, null), protectedNumbers.contains(found.number()));
    }

    public CaseView claim(UUID report, String seen) {
        return moveIfNeeded(report, seen, Case::claim);
    }

    public CaseView release(UUID report, String seen) {
        return move(report, seen, Case::release);
    }

    public CaseView assign(UUID report, String seen, String officer) {
        return move(report, seen, (found, act) -> found.assign(officer, act));
    }

    public CaseView requestEvidence(UUID report, String seen, Set<EvidenceKind> kinds) {
        return move(report, seen, (found, act) -> found.requestEvidence(kinds, act));
    }

    public CaseView verify(UUID report, String seen, Judgement judgement) {
        return move(report, seen, (found, act) -> found.verify(judgement, protectedNumbers::contains, act));
    }

    public CaseView approve(UUID report, String seen) {
        return move(report, seen, Case::approve);
    }

    public CaseView disapprove(UUID report, String seen) {
        return move(report, seen, Case::disapprove);
    }

    public CaseView reject(UUID report, String seen, RejectionReason reason) {
        return move(report, seen, (found, act) -> found.reject(reason, act));
    }

    public CaseView answer(UUID report, String seen, AnswerKind answer) {
        return move(report, seen, (found, act) -> found.answer(answer, act));
    }

    /** The others are decided with this case from now on. */
    public CaseView merge(UUID report, String seen, Set<UUID> others) {
        var reports = new HashSet<>(others);
        reports.add(report);
        Map<UUID, Case> found = cases.toChange(reports);
        Case lead = found.get(report);
        ETags.requireMatch(seen, lead.version);
        merged.merge(lead, others.stream().map(found::get).toList(), act());
        cases.flush();
        return view(lead);
    }

    /** The case stands alone again. */
    public CaseView unmerge(UUID report) {
        Case found = cases.toChange(new ReportId(report)).orElseThrow(() -> Refusal.notFound("case"));
        merged.part(found, act());
        cases.flush();
        return view(found);
    }

    /** What was written after the decision needs no answer. @param messages how many the officer had before them */
    public CaseView read(UUID report, int messages) {
        Case found = cases.toChange(new ReportId(report)).orElseThrow(() -> Refusal.notFound("case"));
        found.read(messages);
        cases.flush();
        return view(found);
    }

    private CaseView move(UUID report, String seen, BiFunction<Case, Act, VerificationEvent> move) {
        return moveIfNeeded(report, seen, move.andThen(Optional::of));
    }

    private CaseView moveIfNeeded(UUID report, String seen, BiFunction<Case, Act, Optional<VerificationEvent>> move) {
        Case found = cases.toChange(new ReportId(report)).orElseThrow(() -> Refusal.notFound("case"));
        ETags.requireMatch(seen, found.version);
        move.apply(found, act()).ifPresent(journal::append);
        merged.settleWith(found);
        // the version that is shown is the one after the move
        cases.flush();
        return view(found);
    }

    private CaseView view(Case shown) {
        Offer offer = shown.rules(act()).offer(merged.leadOf(shown));
        return views.of(
                shown, offer.within(move -> user.has(move == CaseMove.ASSIGN ? Roles.SUPERVISOR : Roles.OFFICER)));
    }

    private Act act() {
        var rank = user.has(Roles.SUPERVISOR) ? Officer.Rank.SUPERVISOR : Officer.Rank.OFFICER;
        return new Act(new Officer(user.id(), rank), clock.instant(), policy.claimTimeout());
    }
}
