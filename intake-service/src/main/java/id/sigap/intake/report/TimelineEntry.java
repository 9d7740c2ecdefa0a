package id.sigap.intake.report;

import id.sigap.events.TicketId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** One step of a case's story, or of all cases of a ticket. */
@Entity
@Table(name = "timeline_entry")
public class TimelineEntry {

    @Id
    private UUID id;

    /** Null where it is its ticket's. */
    private UUID report;

    private UUID ticket;

    /** Which of its ticket's steps, from 1; null where it is a report's own. */
    private Integer place;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private Step step;

    private String detail;

    TimelineEntry() {}

    TimelineEntry(UUID id, Report report, Instant at, Step step, String detail) {
        this.id = id;
        this.report = report.id().value();
        this.at = at;
        this.step = step;
        this.detail = detail;
    }

    TimelineEntry(UUID id, TicketId ticket, int place, Instant at, Step step, String detail) {
        this.id = id;
        this.ticket = ticket.value();
        this.place = place;
        this.at = at;
        this.step = step;
        this.detail = detail;
    }

    /** By time; at the same moment a ticket's steps in their order, after the report's own. */
    static final Comparator<TimelineEntry> AS_TOLD = Comparator.comparing(TimelineEntry::at)
            .thenComparing(TimelineEntry::place)
            .thenComparing(entry -> entry.id);

    /** The same as a report's own. */
    TimelineEntry ownedBy(UUID as, Report owner) {
        return new TimelineEntry(as, owner, at, step, detail);
    }

    /** Which of its ticket's steps; 0 where it is a report's own. */
    int place() {
        return place == null ? 0 : place;
    }

    public Instant at() {
        return at;
    }

    public Step step() {
        return step;
    }

    /** A code or a number that the step is about, such as the operator or the reason. */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }
}
