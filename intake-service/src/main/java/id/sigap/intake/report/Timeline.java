package id.sigap.intake.report;

import id.sigap.reliable.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The stories of all cases. Steps are learnt in any order and told by time. */
@ApplicationScoped
public class Timeline implements PanacheRepositoryBase<TimelineEntry, UUID> {

    public void add(Report report, Instant at, Step step) {
        persist(new TimelineEntry(Ids.next(), report, at, step, null));
    }

    public void add(Report report, Instant at, Step step, String detail) {
        persist(new TimelineEntry(Ids.next(), report, at, step, detail));
    }

    public List<TimelineEntry> of(Report report) {
        return list("report = ?1 order by at, id", report.id().value());
    }
}
