package id.sigap.intake.notice;

import id.sigap.events.report.Notice;
import id.sigap.intake.vault.CaseId;
import id.sigap.reliable.Ids;
import id.sigap.service.Language;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;

/** Every mail that was to be sent. */
@ApplicationScoped
public class Notices implements PanacheRepositoryBase<NoticeDelivery, UUID> {

    private final Clock clock;

    Notices(Clock clock) {
        this.clock = clock;
    }

    /** Tells the person behind the case, in the caller's transaction: the mail leaves if and only if that commits. */
    public void tell(CaseId caseId, Notice notice, Language language, String caseNumber) {
        persist(new NoticeDelivery(Ids.next(), caseId, notice, language, caseNumber, clock.instant()));
    }

    /**
     * Mails that are due, oldest first; nobody else gets them before the lease ends. What is due later than the lease and the longest pause allow
     * was planned by a clock that was ahead: it is due now.
     */
    List<NoticeDelivery> claim(int atMost, Duration lease, Duration longestPause) {
        Instant now = clock.instant();
        List<NoticeDelivery> due = find(
                        "state = ?1 and (nextAttemptAt <= ?2 or nextAttemptAt > ?3) order by nextAttemptAt",
                        DeliveryState.PENDING,
                        now,
                        now.plus(lease).plus(longestPause))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, atMost)
                .list();
        due.forEach(delivery -> delivery.attempt(now.plus(lease)));
        return due;
    }

    /** The row of a mail still to be sent, locked. */
    Optional<NoticeDelivery> pending(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(delivery -> delivery.state() == DeliveryState.PENDING);
    }
}
