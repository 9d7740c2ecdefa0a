package id.sigap.intake.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One step of a case's story. */
@Entity
@Table(name = "timeline_entry")
public class TimelineEntry {

    @Id
    private UUID id;

    private UUID report;
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
