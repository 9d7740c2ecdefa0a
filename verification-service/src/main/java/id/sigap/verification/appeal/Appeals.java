package id.sigap.verification.appeal;

import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.verification.AppealOpened;
import id.sigap.reliable.Journal;
import id.sigap.service.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All appeals. */
@ApplicationScoped
public class Appeals implements PanacheRepositoryBase<Appeal, UUID> {

    private static final Sort OLDEST_FIRST = Sort.by("submittedAt", "appeal");

    private final Journal journal;
    private final Clock clock;

    Appeals(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** An owner appealed: it waits for the regulator. */
    public void take(AppealSubmitted submitted) {
        persist(new Appeal(submitted));
        journal.append(new AppealOpened(submitted.appeal(), submitted.number(), clock.instant()));
    }

    /** The appeal, for whoever decides on it: its row stays locked until the transaction ends. */
    Appeal toDecide(UUID appeal) {
        return findByIdOptional(appeal, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Refusal.notFound("appeal"));
    }

    Appeal of(UUID appeal) {
        return findByIdOptional(appeal).orElseThrow(() -> Refusal.notFound("appeal"));
    }

    List<Appeal> after(Optional<AppealState> state, Place place, int limit) {
        String later = "(submittedAt > ?1 or submittedAt = ?1 and appeal > ?2)";
        var found = state.map(only ->
                        find("state = ?3 and " + later, OLDEST_FIRST, place.submittedAt(), place.appeal(), only))
                .orElseGet(() -> find(later, OLDEST_FIRST, place.submittedAt(), place.appeal()));
        return found.page(Page.ofSize(limit)).list();
    }
}
