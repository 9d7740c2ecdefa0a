package id.sigap.intake.tracking;

import id.sigap.events.ReportId;
import id.sigap.events.SuspectNumber;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.evidence.Evidence;
import id.sigap.intake.evidence.Evidence.EvidenceView;
import id.sigap.intake.evidence.EvidenceItems;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.receipt.ShownReceipt;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.ReportState;
import id.sigap.intake.report.Reports;
import id.sigap.intake.report.Step;
import id.sigap.intake.report.TicketEnd;
import id.sigap.intake.report.Timeline;
import id.sigap.intake.report.TimelineEntry;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.intake.wording.Language;
import id.sigap.intake.wording.Wording;
import id.sigap.reliable.Journal;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reporter's own case. */
@Path("/api/v1")
@Tag(name = "tracking")
@PermitAll
class TrackingResource {

    private final Receipts receipts;
    private final Reports reports;
    private final Timeline timeline;
    private final EvidenceItems evidence;
    private final Wording wording;
    private final Journal journal;
    private final Clock clock;

    TrackingResource(
            Receipts receipts,
            Reports reports,
            Timeline timeline,
            EvidenceItems evidence,
            Wording wording,
            Journal journal,
            Clock clock) {
        this.receipts = receipts;
        this.reports = reports;
        this.timeline = timeline;
        this.evidence = evidence;
        this.wording = wording;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param code machine-readable @param text in the reporter's language */
    record Told(Instant at, Step code, Optional<String> detail, String text) {}

    /** @param code the state it follows from @param text what to do now */
    record NextStep(ReportState code, String text) {}

    /**
     * @param outcome what the number's ticket came to
     * @param deadline by when the operator must have acted
     * @param lastMessage the sequence of the last chat message
     */
    record TrackedReport(
            UUID report,
            String caseNumber,
            ReportKind kind,
            ReportState status,
            Instant submittedAt,
            Optional<SuspectNumber> suspect,
            Optional<String> ticketNumber,
            Optional<Instant> deadline,
            Optional<TicketEnd> outcome,
            NextStep nextStep,
            List<Told> timeline,
            List<EvidenceView> evidence,
            long lastMessage) {}

    @GET
    @Path("/report")
    @Transactional
    @Operation(summary = "Follow one's report", description = "Where it stands and its story, oldest first.")
    @APIResponse(responseCode = "200", description = "The report")
    @APIResponse(responseCode = "401", description = "No report has this receipt")
    @APIResponse(responseCode = "429", description = "Too many wrong receipts from this address")
    public TrackedReport follow(@BeanParam ShownReceipt receipt) {
        return tracked(reports.of(receipts.open(receipt, CaseKind.REPORT)));
    }

    @POST
    @Path("/report/withdraw")
    @Transactional
    @Operation(summary = "Take one's report back", description = "Until the help desk has decided.")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    @APIResponse(responseCode = "401", description = "No report has this receipt")
    @APIResponse(responseCode = "409", description = "It was decided, or withdrawn before")
    public TrackedReport withdraw(@BeanParam ShownReceipt receipt) {
        CaseId caseId = receipts.open(receipt, CaseKind.REPORT);
        Report report = reports.locked(new ReportId(caseId.value()));
        Instant now = clock.instant();
        journal.append(report.withdraw(now));
        timeline.add(report, now, Step.WITHDRAWN);
        return tracked(report);
    }

    private TrackedReport tracked(Report report) {
        Language language = report.language();
        return new TrackedReport(
                report.id().value(),
                report.caseNumber(),
                report.kind(),
                report.state(),
                report.submittedAt(),
                report.suspect(),
                report.ticketNumber(),
                report.deadline(),
                report.ticketEnd(),
                new NextStep(report.state(), wording.say(language, "next." + report.state())),
                timeline.of(report).stream().map(entry -> told(entry, language)).toList(),
                evidence.of(report.caseId()).stream().map(Evidence::view).toList(),
                report.lastMessage());
    }

    private Told told(TimelineEntry entry, Language language) {
        String key = "timeline." + entry.step();
        String text = entry.detail()
                .map(detail -> wording.sayDetailed(language, key, detail))
                .orElseGet(() -> wording.say(language, key));
        return new Told(entry.at(), entry.step(), entry.detail(), text);
    }
}
