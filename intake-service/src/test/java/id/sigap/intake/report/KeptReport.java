package id.sigap.intake.report;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.ReportId;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.FreshKey;
import id.sigap.intake.vault.Person;
import id.sigap.phone.Suspect;
import id.sigap.service.Language;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The vault's one report and its story, in memory. */
@Vetoed
public final class KeptReport extends Reports {

    private static final CaseKey KEY = FreshKey.of(new CaseId(new UUID(0, 1)));

    private final Report report;

    public KeptReport(ReportId id, Suspect suspect, Instant at) {
        super(null, null, null, null, null, null, null, null, null);
        var submission = new Submission(
                new Person("Siti", "siti@example.id", "+6281100000001"),
                ReportKind.COMPLAINT,
                Channel.SMS,
                Category.PRIZE,
                Optional.of(suspect),
                Optional.empty(),
                at,
                false,
                "Katanya saya menang undian",
                Language.ID);
        report = new Report(id, "PGD-2026-000001", submission, KEY, at);
    }

    public Report report() {
        return report;
    }

    @Override
    public Optional<Report> lockedIfKnown(ReportId id) {
        return Optional.of(report).filter(kept -> kept.id().equals(id));
    }

    /** What its reporter is shown of it, in the order in which it was learnt. */
    @Vetoed
    public static final class Story extends Timeline {

        private final List<Step> steps = new ArrayList<>();

        public List<Step> steps() {
            return steps;
        }

        @Override
        public void add(Report report, Instant at, Step step) {
            steps.add(step);
        }

        @Override
        public void add(Report report, Instant at, Step step, String detail) {
            steps.add(step);
        }
    }
}
