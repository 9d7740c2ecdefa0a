package id.sigap.verification.appeal;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.verification.AppealDismissed;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.DismissalReason;
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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A block, doubted by the number's owner.
 * <pre>
 * ● ▶ Submitted ─ uphold ──▶ Upheld
 *               └ dismiss ─▶ Dismissed
 * </pre>
 * Whoever had a part in the decision to block can't decide on the appeal. Every move checks, changes and answers with what happened;
 * the caller journals the answer.
 */
@Entity
@Table(name = "appeal")
public class Appeal {

    @Id
    UUID appeal;

    @Version
    long version;

    String appealNumber;
    Msisdn number;

    @ElementCollection
    @CollectionTable(name = "appeal_evidence", joinColumns = @JoinColumn(name = "appeal"))
    Set<AppealEvidence> evidence = new LinkedHashSet<>();

    Instant submittedAt;

    @Enumerated(EnumType.STRING)
    AppealState state;

    @Enumerated(EnumType.STRING)
    DismissalReason dismissal;

    String decidedBy;
    Instant decidedAt;

    protected Appeal() {}

    Appeal(AppealSubmitted submitted) {
        this.appeal = submitted.appeal().value();
        this.appealNumber = submitted.appealNumber();
        this.number = submitted.number();
        this.evidence = submitted.evidence().stream()
                .map(AppealEvidence::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.submittedAt = submitted.submittedAt();
        this.state = AppealState.SUBMITTED;
    }

    /** @throws Refusal if the regulator's own decision is at stake */
    VerificationEvent uphold(Deciding deciding) {
        decide(AppealMove.UPHOLD, deciding);
        return new AppealUpheld(id(), number, decidedBy, decidedAt);
    }

    /** @throws Refusal if the regulator's own decision is at stake */
    VerificationEvent dismiss(DismissalReason reason, Deciding deciding) {
        decide(AppealMove.DISMISS, deciding);
        dismissal = reason;
        return new AppealDismissed(id(), number, reason, decidedBy, decidedAt);
    }

    /** What they may do with it now. */
    Set<AppealMove> moves(Deciding deciding) {
        Set<AppealMove> moves = EnumSet.allOf(AppealMove.class);
        moves.removeIf(move -> refusal(move, deciding).isPresent());
        return moves;
    }

    /** Why they can't; empty if they can. */
    private Optional<Refusal> refusal(AppealMove move, Deciding deciding) {
        if (state.after(move).isEmpty()) {
            return Optional.of(new IllegalMove("appeal", state, move.name()));
        }
        return deciding.part() == Deciding.Part.DECIDED_THE_BLOCK
                ? Optional.of(new Refusal(Status.CONFLICT, "own-decision"))
                : Optional.empty();
    }

    private void decide(AppealMove move, Deciding deciding) {
        refusal(move, deciding).ifPresent(why -> {
            throw why;
        });
        state = state.after(move).orElseThrow();
        decidedBy = deciding.by();
        decidedAt = deciding.at();
    }

    public AppealId id() {
        return new AppealId(appeal);
    }

    public AppealState state() {
        return state;
    }
}
