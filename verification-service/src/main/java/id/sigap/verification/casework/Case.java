package id.sigap.verification.casework;

import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.report.Author;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.CaseAssigned;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.CaseMerged;
import id.sigap.events.verification.CaseReleased;
import id.sigap.events.verification.CaseUnmerged;
import id.sigap.events.verification.CaseWithdrawn;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.InformationAnswered;
import id.sigap.events.verification.RejectionReason;
import id.sigap.events.verification.SecondApprovalRefused;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.service.IllegalMove;
import id.sigap.service.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;

/**
 * One report on the help desk.
 * <pre>
 *            claim, assign                  requestEvidence
 * ● ▶ Waiting ────────────▶ Claimed ───────────────────────────────▶ AwaitingEvidence
 *        ▲                  │ │ │ │ ◀── receive, claim, assign ─────────┤ │ │
 *        ├──── release ─────┘ │ │ │ ◀─────────────── disapprove ─┐      │ │ │
 *        │                    │ │ └─ verify (protected) ─▶ AwaitingSecondApproval
 *        │                    │ │                                │ approve
 *        │                    │ └─ verify ─▶ Verified ◀──────────┘      │ │ │
 *        │                    └─ reject, answer ─▶ Rejected, Answered ◀─┘ │
 *        └───────────────────────────── release ──────────────────────────┘
 * Waiting, Claimed, AwaitingEvidence ─ merge ─▶ Merged ─ unmerge ─▶ Waiting
 *                                                 └ verifyWith ─▶ Verified, when the case it was merged into is
 * every state but the decided ones ─ withdraw (the reporter) ─▶ Withdrawn
 * </pre>
 * A claim is a lock with a time-out: while it is live nobody takes the case but by a supervisor's {@code assign}. Every move checks,
 * changes and answers with what happened; the caller journals the answer.
 */
@Entity
@Table(name = "verification_case")
@DynamicUpdate // the queue raises a priority by a statement of its own; it must not be written back
public class Case {

    @Id
    private UUID report;

    @Version
    long version;

    Report facts;

    @Enumerated(EnumType.ORDINAL)
    Priority priority;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    @OptimisticLock(excluded = true) // a claim that lasts longer is nothing new to decide on
    Claim claim;

    @Enumerated(EnumType.STRING)
    List<EvidenceKind> askedFor = List.of();

    @ElementCollection
    @CollectionTable(name = "case_evidence", joinColumns = @JoinColumn(name = "report"))
    @OrderBy("attachedAt, id")
    Set<Evidence> evidence = new LinkedHashSet<>();

    /** Also what makes evidence a new version: Hibernate alone would pass over it beside a claim that lasts longer. */
    int evidencePieces;

    @OptimisticLock(excluded = true)
    int unreadMessages;

    @OptimisticLock(excluded = true)
    Instant lastActivityAt;

    Finding finding;
    String approvedBy;
    Closing closing;

    /** The case this one is decided with; null if it stands alone. It stays when both are verified. */
    UUID mergedInto;

    protected Case() {}

    Case(ReportSubmitted submitted, Priority priority) {
        this.report = submitted.report().value();
        this.facts = Report.of(submitted);
        this.priority = priority;
        this.state = CaseState.WAITING;
        this.lastActivityAt = submitted.submittedAt();
    }

    /**
     * The officer takes the case, or keeps it for another while.
     *
     * @return what happened; empty if the officer has the case already
     * @throws Refusal if somebody else has it: it says who and until when
     */
    Optional<VerificationEvent> claim(Act act) {
        CaseState claimed = allowed(CaseMove.CLAIM, act);
        boolean kept = state == claimed && claim.isOf(act.by());
        hand(act.by().id(), claimed, act);
        return kept
                ? Optional.empty()
                : Optional.of(new CaseClaimed(id(), act.by().id(), act.at()));
    }

    /** A supervisor gives the case to an officer, whoever has it. */
    VerificationEvent assign(String officer, Act act) {
        hand(officer, allowed(CaseMove.ASSIGN, act), act);
        return new CaseAssigned(id(), officer, act.by().id(), act.at());
    }

    VerificationEvent release(Act act) {
        CaseState released = allowed(CaseMove.RELEASE, act);
        String holder = claim.officer();
        state = released;
        claim = null;
        return new CaseReleased(id(), holder, act.by().id(), act.at());
    }

    VerificationEvent requestEvidence(Set<EvidenceKind> kinds, Act act) {
        CaseState asked = allowed(CaseMove.REQUEST_EVIDENCE, act);
        hand(claim.officer(), asked, act);
        askedFor = kinds.stream().sorted().toList();
        return new EvidenceRequested(id(), act.by().id(), kinds, act.at());
    }

    /**
     * The officer found fraud. By a protected number that only asks for the second approval.
     *
     * @throws Refusal if there is no evidence, or the report is nothing a block could follow from
     */
    VerificationEvent verify(Judgement judgement, Predicate<Msisdn> isProtected, Act act) {
        Finding found = propose(judgement, act);
        CaseState verified = after(CaseMove.VERIFY);
        finding = found;
        if (!isProtected.test(found.number())) {
            return verified(verified, act);
        }
        hand(claim.officer(), after(CaseMove.ASK_SECOND_APPROVAL), act);
        return found.askingForApproval(this, act.at());
    }

    /** What {@link #verify} would find; it changes nothing. @throws Refusal as it would */
    Finding propose(Judgement judgement, Act act) {
        allowed(CaseMove.VERIFY, act);
        return judgement.of(facts, evidence, act.by());
    }

    /** @throws Refusal if the second officer is the first */
    VerificationEvent approve(Act act) {
        CaseState verified = allowed(CaseMove.APPROVE, act);
        approvedBy = act.by().id();
        return verified(verified, act);
    }

    /** @throws Refusal if the second officer is the first */
    VerificationEvent disapprove(Act act) {
        CaseState again = allowed(CaseMove.DISAPPROVE, act);
        finding = null;
        hand(claim.officer(), again, act);
        return new SecondApprovalRefused(id(), act.by().id(), act.at());
    }

    VerificationEvent reject(RejectionReason reason, Act act) {
        CaseState rejected = allowed(CaseMove.REJECT, act);
        unreadMessages = 0;
        close(rejected, Closing.rejected(reason, act));
        return new EvidenceRejected(id(), reason, act.by().id(), act.at());
    }

    /** @throws Refusal if the answer would be untrue: a domestic mobile number can be blocked */
    VerificationEvent answer(AnswerKind answer, Act act) {
        require(rules(act).refusal(answer));
        CaseState answered = after(CaseMove.ANSWER);
        unreadMessages = 0;
        close(answered, Closing.answered(answer, act));
        return new InformationAnswered(id(), answer, act.by().id(), act.at());
    }

    /**
     * The officer who has the other case takes this one to it.
     *
     * @param companions how many cases are decided with this one
     * @throws Refusal unless the two are complaints about one number, the other is the officer's, nobody else works on this one, and it is
     *     alone
     */
    VerificationEvent mergeInto(Case lead, int companions, Act act) {
        require(rules(act).refusalToJoin(lead, companions));
        CaseState merged = after(CaseMove.MERGE);
        state = merged;
        claim = null;
        mergedInto = lead.report;
        lastActivityAt = act.at();
        return new CaseMerged(id(), lead.id(), act.by().id(), act.at());
    }

    /** @throws Refusal if somebody else has the case it is decided with */
    VerificationEvent partFrom(Case lead, Act act) {
        require(rules(act).refusal(CaseMove.UNMERGE).or(() -> CaseRules.refusalToPartFrom(lead, act)));
        return unmerge(act.by().id(), act.at());
    }

    /** @param by the account id of who parts them; {@link Closing#REPORTER} if the other report was taken back */
    VerificationEvent unmerge(String by, Instant now) {
        state = after(CaseMove.UNMERGE);
        ReportId from = new ReportId(mergedInto);
        mergedInto = null;
        lastActivityAt = now;
        return new CaseUnmerged(id(), from, by, now);
    }

    /** What was proven of the case it was merged into is proven of this one. */
    VerificationEvent verifyWith(Case lead) {
        CaseState verified = after(CaseMove.VERIFY_WITH);
        finding = lead.finding;
        approvedBy = lead.approvedBy;
        close(verified, lead.closing);
        return finding.verified(this, lead.evidence, lead.closing.at());
    }

    /** @return what happened; empty for a case that is decided: it rests on what the officer saw */
    Optional<VerificationEvent> receive(EvidenceAttached attached, Instant now, Duration claimTimeout) {
        Optional<CaseState> received = state.after(CaseMove.RECEIVE_EVIDENCE);
        received.ifPresent(next -> {
            state = next;
            evidence.add(Evidence.of(attached));
            evidencePieces = evidence.size();
            lastActivityAt = attached.at();
            // who asked gets the first look
            keepClaim(now, claimTimeout);
        });
        return received.map(_ -> new EvidenceReceived(id(), attached.evidence(), now));
    }

    /** @return what happened; empty for a case that is decided: it can't be taken back */
    Optional<VerificationEvent> withdraw(Instant now) {
        Optional<CaseState> withdrawn = state.after(CaseMove.WITHDRAW);
        withdrawn.ifPresent(next -> {
            unreadMessages = 0;
            close(next, Closing.withdrawn(now));
        });
        return withdrawn.map(_ -> new CaseWithdrawn(id(), now));
    }

    /** Somebody wrote in the chat; an officer who writes has read, and is at work. */
    void message(Author author, Instant at, Instant now, Duration claimTimeout) {
        lastActivityAt = at;
        unreadMessages = author == Author.REPORTER ? unreadMessages + 1 : 0;
        if (author == Author.OFFICER && state.isOpen()) {
            keepClaim(now, claimTimeout);
        }
    }

    /**
     * An officer has read what the reporter wrote after the decision, and there is nothing to answer.
     *
     * @param seen how many messages they had before them
     * @throws IllegalMove while the case is open: then the decision says that they were read
     * @throws Refusal if more was written meanwhile
     */
    void read(int seen) {
        after(CaseMove.READ);
        if (unreadMessages > seen) {
            throw new Refusal(Status.CONFLICT, "written-meanwhile");
        }
        unreadMessages = 0;
    }

    /** @throws IllegalMove if the procedure doesn't allow the move in the case's state */
    private CaseState after(CaseMove move) {
        return state.after(move).orElseThrow(() -> new IllegalMove("case", state, move.name()));
    }

    private void hand(String officer, CaseState next, Act act) {
        state = next;
        claim = Claim.of(officer, act.at(), act.claimTimeout());
        lastActivityAt = act.at();
    }

    private void keepClaim(Instant now, Duration claimTimeout) {
        if (claim != null) {
            claim = Claim.of(claim.officer(), now, claimTimeout);
        }
    }

    private void close(CaseState end, Closing how) {
        state = end;
        claim = null;
        closing = how;
        lastActivityAt = how.at();
    }

    private VerificationEvent verified(CaseState verified, Act act) {
        unreadMessages = 0;
        close(verified, Closing.verified(act));
        return finding.verified(this, evidence, act.at());
    }

    CaseRules rules(Act act) {
        return new CaseRules(this, act);
    }

    /** @throws Refusal if whoever acts may not make the move */
    private CaseState allowed(CaseMove move, Act act) {
        require(rules(act).refusal(move));
        return after(move);
    }

    private static void require(Optional<Refusal> allowed) {
        allowed.ifPresent(refusal -> {
            throw refusal;
        });
    }

    public ReportId id() {
        return new ReportId(report);
    }

    public CaseState state() {
        return state;
    }
}
