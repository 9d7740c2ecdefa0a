package id.sigap.intake.report;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
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
import java.util.stream.Stream;

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

    @Override
    public void ended(TicketId ticket, TicketEnd end) {
        if (report.ticket().filter(ticket::equals).isPresent()) {
            report.ended(end);
        }
    }

    @Override
    public List<Recipient> someOf(TicketId ticket, int step, UUID after, int atMost) {
        return Stream.of(report)
                .filter(kept -> kept.ticket().filter(ticket::equals).isPresent())
                .filter(kept -> kept.ticketSince() < step && !kept.id().value().equals(after))
                .map(kept -> new Recipient(kept.id(), kept.language(), kept.caseNumber()))
                .toList();
    }

    /** What its reporter is shown of it, in memory. */
    @Vetoed
    public static final class Story extends Timeline {

        private final List<TimelineEntry> entries = new ArrayList<>();

        @Override
        public void persist(TimelineEntry entry) {
            entries.add(entry);
        }

        @Override
        List<TimelineEntry> own(Report report) {
            return entries.stream().filter(entry -> entry.place() == 0).toList();
        }

        @Override
        List<TimelineEntry> ofTicket(Report report) {
            return report.ticket().isEmpty()
                    ? List.of()
                    : entries.stream()
                            .filter(entry -> entry.place() > report.ticketSince())
                            .toList();
        }
    }
}
