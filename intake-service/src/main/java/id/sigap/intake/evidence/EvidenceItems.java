package id.sigap.intake.evidence;

import id.sigap.intake.vault.CaseErased;
import id.sigap.intake.vault.CaseId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Timeouts;

/** Every piece of evidence. */
@ApplicationScoped
public class EvidenceItems implements PanacheRepositoryBase<Evidence, UUID>, NamedBlobs {

    private final Clock clock;
    private final Event<BlobsOrphaned> orphaned;

    EvidenceItems(Clock clock, Event<BlobsOrphaned> orphaned) {
        this.clock = clock;
        this.orphaned = orphaned;
    }

    /** Oldest first. */
    public List<Evidence> of(CaseId caseId) {
        return list("caseId = ?1 order by receivedAt, id", caseId.value());
    }

    Optional<Evidence> withHash(CaseId caseId, String sha256) {
        return find("caseId = ?1 and sha256 = ?2", caseId.value(), sha256).firstResultOptional();
    }

    /**
     * What still waits for a scanner; nobody else gets it before the lease ends. What is to be looked at later than the lease and the pause allow
     * was planned by a clock that was ahead: its time is now.
     */
    List<Evidence> claimUnchecked(int atMost, Duration lease, Duration pause) {
        Instant now = clock.instant();
        List<Evidence> due = find(
                        "state = ?1 and (nextCheckAt <= ?2 or nextCheckAt > ?3) order by nextCheckAt",
                        EvidenceState.QUARANTINED,
                        now,
                        now.plus(lease).plus(pause))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, atMost)
                .list();
        due.forEach(evidence -> evidence.checkAgain(now.plus(lease)));
        return due;
    }

    @Override
    public Set<UUID> among(List<UUID> blobs) {
        return Set.copyOf(getEntityManager()
                .createQuery("select id from Evidence where id in ?1", UUID.class)
                .setParameter(1, blobs)
                .getResultList());
    }

    void erase(@Observes CaseErased erased) {
        List<UUID> names = of(erased.caseId()).stream().map(Evidence::id).toList();
        delete("caseId", erased.caseId().value());
        orphaned.fire(new BlobsOrphaned(names));
    }
}
