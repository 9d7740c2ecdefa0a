package id.sigap.intake.appeal;

import id.sigap.events.AppealId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.report.ReportEvent;
import id.sigap.events.verification.DismissalReason;
import id.sigap.intake.appeal.AppealForm.Plea;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKey;
import id.sigap.service.IllegalMove;
import id.sigap.service.Language;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An owner's appeal against a block. The regulator decides it; here it follows.
 * <pre>
 * Draft ─submit─▶ Submitted ─review─▶ UnderReview ─uphold──▶ Upheld ─askUnblock─▶ UnblockAsked ─unblock─▶ Unblocked
 *                                          │                   └─findNothingBlocked─▶ NothingBlocked
 *                                          └─────dismiss──▶ Dismissed
 * </pre>
 */
@Entity
@Table(name = "appeal")
public class Appeal {

    private static final String STATEMENT = "statement";
    private static final String NUMBER_AS_TYPED = "number-as-typed";

    @Id
    private UUID id;

    private String appealNumber;
    private String number;
    private byte[] numberAsTyped;
    private byte[] statement;

    @Enumerated(EnumType.STRING)
    private Language language;

    /** Keyed hash of the appellant's number. */
    private String appellant;

    @Enumerated(EnumType.STRING)
    private AppealState state;

    private Instant createdAt;
    private Instant submittedAt;
    private Instant decidedAt;

    @Enumerated(EnumType.STRING)
    private DismissalReason dismissalReason;

    Appeal() {}

    Appeal(AppealId id, String appealNumber, Plea plea, String appellant, CaseKey key, Instant now) {
        this.id = id.value();
        this.appealNumber = appealNumber;
        this.number = plea.number().value();
        this.numberAsTyped = key.seal(NUMBER_AS_TYPED, plea.numberAsTyped());
        this.statement = key.seal(STATEMENT, plea.statement());
        this.language = plea.language();
        this.appellant = appellant;
        this.state = AppealState.DRAFT;
        this.createdAt = now;
    }

    /** @throws IllegalMove if it was submitted before */
    ReportEvent submit(List<EvidenceRef> documents, Instant now) {
        state = state.after(AppealMove.SUBMIT);
        submittedAt = now;
        return new AppealSubmitted(id(), appealNumber, number(), documents, appellant, now);
    }

    /** @throws IllegalMove once it was submitted */
    void requireTakesDocuments() {
        if (state != AppealState.DRAFT) {
            throw new IllegalMove("appeal", state, "attach a document");
        }
    }

    /** Follows what was done elsewhere. @return false if it stands where it stood: more is known already */
    public boolean follow(AppealMove move) {
        AppealState before = state;
        state = state.after(move);
        return state != before;
    }

    /** As {@link #follow}, with when the regulator decided it. */
    public boolean upheld(Instant at) {
        decidedAt = at;
        return follow(AppealMove.UPHOLD);
    }

    /** As {@link #upheld}, with the regulator's reason. */
    public boolean dismissed(DismissalReason reason, Instant at) {
        decidedAt = at;
        dismissalReason = reason;
        return follow(AppealMove.DISMISS);
    }

    /** The number as the appellant typed it; empty in appeals from before it was kept. */
    Optional<String> numberAsTyped(CaseKey key) {
        return Optional.ofNullable(numberAsTyped).map(kept -> key.open(NUMBER_AS_TYPED, kept));
    }

    String statement(CaseKey key) {
        return key.open(STATEMENT, statement);
    }

    AppealId id() {
        return new AppealId(id);
    }

    public CaseId caseId() {
        return new CaseId(id);
    }

    public String appealNumber() {
        return appealNumber;
    }

    public Language language() {
        return language;
    }

    Msisdn number() {
        return new Msisdn(number);
    }

    AppealState state() {
        return state;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    Optional<DismissalReason> dismissalReason() {
        return Optional.ofNullable(dismissalReason);
    }
}
