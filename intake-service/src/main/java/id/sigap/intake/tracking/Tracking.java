package id.sigap.intake.tracking;

import id.sigap.events.ReportId;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.evidence.Evidence;
import id.sigap.intake.evidence.Evidence.EvidenceView;
import id.sigap.intake.evidence.EvidenceItems;
import id.sigap.intake.outcome.Deadlines;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.ReportState;
import id.sigap.intake.report.ReporterMove;
import id.sigap.intake.report.Reports;
import id.sigap.intake.report.Step;
import id.sigap.intake.report.TicketEnd;
import id.sigap.intake.report.Timeline;
import id.sigap.intake.report.TimelineEntry;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.wording.Wording;
import id.sigap.phone.Suspect;
import id.sigap.reliable.Journal;
import id.sigap.service.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a reporter sees of the case, and may do with it. */
@ApplicationScoped
class Tracking {

    private final Reports reports;
    private final Timeline timeline;
    private final Deadlines deadlines;
    private final EvidenceItems evidence;
    private final Wording wording;
    private final Journal journal;
    private final Clock clock;

    Tracking(
            Reports reports,
            Timeline timeline,
            Deadlines deadlines,
            EvidenceItems evidence,
            Wording wording,
            Journal journal,
            Clock clock) {
        this.reports = reports;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.evidence = evidence;
        this.wording = wording;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param code machine-readable @param text in the reporter's language */
    public record Told(Instant at, Step code, Optional<String> detail, String text) {}

    /** @param code the state it follows from @param text what to do now */
    public record NextStep(ReportState code, String text) {}

    /**
     * @param outcome what the number's ticket came to
     * @param deadline by when the operator must have acted
     * @param moves what the reporter may do with it now
     * @param lastMessage the sequence of the last chat message
     */
    public record TrackedReport(
            UUID report,
            String caseNumber,
            ReportKind kind,
            ReportState status,
            Instant submittedAt,
            Optional<Suspect> suspect,
            Optional<String> ticketNumber,
            Optional<Instant> deadline,
            Optional<TicketEnd> outcome,
            NextStep nextStep,
            Set<ReporterMove> moves,
            List<Told> timeline,
            List<EvidenceView> evidence,
            long lastMessage) {}

    /** Takes it back. @throws id.sigap.service.IllegalMove once it was decided, or withdrawn before */
    Report withdraw(CaseId caseId) {
        Report report = reports.locked(new ReportId(caseId.value()));
        Instant now = clock.instant();
        journal.append(report.withdraw(now));
        timeline.add(report, now, Step.WITHDRAWN);
        return report;
    }

    TrackedReport of(Report report, Language language) {
        return new TrackedReport(
                report.id().value(),
                report.caseNumber(),
                report.kind(),
                report.state(),
                report.submittedAt(),
                report.suspect(),
                report.ticketNumber(),
                deadlines.of(report),
                report.ticketEnd(),
                new NextStep(report.state(), wording.say(language, next(report))),
                report.state().offered(),
                timeline.of(report).stream().map(entry -> told(entry, language)).toList(),
                evidence.of(report.caseId()).stream().map(Evidence::view).toList(),
                report.lastMessage());
    }

    /** Where no ticket is known, or none any more, no operator is asked. */
    private static String next(Report report) {
        boolean withoutTicket =
                report.state() == ReportState.VERIFIED && report.ticketNumber().isEmpty();
        return "next." + report.state() + (withoutTicket ? ".withoutTicket" : "");
    }

    private Told told(TimelineEntry entry, Language language) {
        String key = "timeline." + entry.step();
        String text = entry.detail()
                .map(detail -> wording.sayDetailed(language, key, detail))
                .orElseGet(() -> wording.say(language, key));
        return new Told(entry.at(), entry.step(), entry.detail(), text);
    }
}
