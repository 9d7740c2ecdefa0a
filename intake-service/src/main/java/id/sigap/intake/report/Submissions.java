package id.sigap.intake.report;

import id.sigap.intake.pace.Limits;
import id.sigap.intake.pace.Visitor;
import id.sigap.phone.Suspect;
import id.sigap.service.Idempotency;
import id.sigap.service.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A filled-in form becomes a report, once: the way in of the API and of the page. */
@ApplicationScoped
class Submissions {

    private static final String BY_API = "submit-report";
    /** Keys that clients of the API chose open nothing on pages. */
    private static final String BY_PAGE = "submit-report-page";

    private final Reports reports;
    private final Advice advice;
    private final Limits limits;
    private final Idempotency idempotency;
    private final ReportConfig config;
    private final Clock clock;

    Submissions(
            Reports reports, Advice advice, Limits limits, Idempotency idempotency, ReportConfig config, Clock clock) {
        this.reports = reports;
        this.advice = advice;
        this.limits = limits;
        this.idempotency = idempotency;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What the reporter gets, once.
     *
     * @param receiptCode the only key to the case; it can't be had again
     */
    public record SubmittedReport(
            UUID report,
            String caseNumber,
            String receiptCode,
            ReportState status,
            Instant submittedAt,
            List<Advice.Sentence> advice) {}

    /** @param answers what was sent, as it was typed: who sends it again is shown what differs */
    record FromPage(SubmittedReport report, Map<String, String> answers) {}

    /** @throws id.sigap.service.Refusal 400 naming every field that is wrong, 422 if the key was used for another form, 429 */
    SubmittedReport submit(String key, ReportForm form, Visitor visitor) {
        return idempotency.once(key, BY_API, form, SubmittedReport.class, () -> taken(form, Duration.ZERO, visitor));
    }

    /** The same from a page; what was submitted with the draft's key before, if anything was, however the draft has been changed since. */
    FromPage submitFromPage(ReportDraft draft, Language language, Visitor visitor) {
        return idempotency.onceForKey(
                draft.key(),
                BY_PAGE,
                FromPage.class,
                () -> new FromPage(taken(draft.form(language), draft.unsure(), visitor), draft.answers()));
    }

    /** @throws id.sigap.service.Refusal 400 naming every field that is wrong */
    Submission read(ReportForm form, Duration unsure) {
        return form.read(clock.instant(), config.oldestReport(), unsure);
    }

    private SubmittedReport taken(ReportForm form, Duration unsure, Visitor visitor) {
        Submission submission = read(form, unsure);
        Reports.Taken taken = limits.within(
                visitor,
                Limits.ofCase(
                        visitor, submission.reporter(), submission.suspect().map(Suspect::value)),
                () -> reports.take(submission));
        Report report = taken.report();
        return new SubmittedReport(
                report.id().value(),
                report.caseNumber(),
                taken.receipt().shown(),
                report.state(),
                report.submittedAt(),
                advice.on(report));
    }
}
