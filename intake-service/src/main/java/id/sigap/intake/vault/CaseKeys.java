package id.sigap.intake.vault;

import id.sigap.service.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Every case's key. */
@ApplicationScoped
public class CaseKeys implements PanacheRepositoryBase<KeptKey, UUID> {

    private final MasterKey master;
    private final Clock clock;

    CaseKeys(MasterKey master, Clock clock) {
        this.master = master;
        this.clock = clock;
    }

    /** A new case's key, kept in the caller's transaction. */
    public CaseKey create(CaseId caseId, CaseKind kind) {
        CaseKey key = CaseKey.generate(caseId);
        persist(new KeptKey(caseId, kind, key.wrap(master.aead()), clock.instant()));
        return key;
    }

    /** @throws Refusal 410 if it was destroyed */
    public CaseKey of(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new Refusal(Status.GONE, "personal-data-erased"));
    }

    /** Empty if it was destroyed, or if there is no such case. */
    public Optional<CaseKey> find(CaseId caseId) {
        return findByIdOptional(caseId.value()).flatMap(kept -> unwrap(caseId, kept));
    }

    /** Any case's key; empty if there is none that isn't destroyed. */
    Optional<KeptKey> anyWrapped() {
        return find("destroyedAt is null").firstResultOptional();
    }

    /** Whether there is such a case of that kind, or was before it was erased. */
    boolean knows(CaseId caseId, CaseKind kind) {
        return findByIdOptional(caseId.value()).filter(kept -> kept.isOf(kind)).isPresent();
    }

    /** Whether the case's personal data can still be read. */
    public boolean exists(CaseId caseId) {
        return findByIdOptional(caseId.value()).flatMap(KeptKey::wrapped).isPresent();
    }

    /**
     * Lets nobody else change the case until the transaction ends. Whatever journals about a case locks it first: versions of one
     * subject are then given one after the other.
     */
    public void lock(CaseId caseId) {
        findByIdOptional(caseId.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** @return false if it was destroyed before */
    boolean destroy(CaseId caseId) {
        return findByIdOptional(caseId.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(kept -> kept.destroy(clock.instant()))
                .orElse(false);
    }

    private Optional<CaseKey> unwrap(CaseId caseId, KeptKey kept) {
        return kept.wrapped().map(wrapped -> CaseKey.unwrap(caseId, wrapped, master.aead()));
    }
}
