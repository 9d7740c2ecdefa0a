package id.sigap.intake.tracking;

import id.sigap.events.report.Author;
import id.sigap.intake.chat.Conversations;
import id.sigap.intake.chat.Message.MessageView;
import id.sigap.intake.chat.ReadMarks;
import id.sigap.intake.evidence.Evidence.EvidenceView;
import id.sigap.intake.evidence.EvidenceState;
import id.sigap.intake.form.Faults;
import id.sigap.intake.form.KeptForm;
import id.sigap.intake.form.KeptForms;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.tracking.Tracking.TrackedReport;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.wording.Wording;
import id.sigap.phone.Suspect;
import id.sigap.service.Refusal.FieldError;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A case as its reporter's page shows it. */
@RequestScoped
class CaseView {

    /** What is kept of the form for messages, and of the one for evidence. */
    static final String MESSAGE = "message";

    static final String EVIDENCE = "evidence";

    /** How many are shown at once: of the longest, 400 kB. */
    private static final int MESSAGES = 50;

    /** Behind the last message. */
    static final long NEWEST = Long.MAX_VALUE;

    @CheckedTemplate(basePath = "case")
    static final class View {

        private View() {}

        static native TemplateInstance page(Shown shown, Faults faults, String typed);
    }

    /** A moment for machines and for people. */
    public record Moment(String iso, String text) {}

    /**
     * By when the operator must have acted.
     *
     * @param now of the server: a phone's clock may be wrong
     * @param hours still left, or gone by since
     * @param minutes beside those hours; begun ones count while there is time, whole ones after
     */
    public record Due(Moment at, String now, boolean passed, String hours, String minutes) {

        static Due of(Moment at, Instant due, Instant now) {
            boolean passed = !now.isBefore(due);
            Duration apart = passed
                    ? Duration.between(due, now)
                    : Duration.between(now, due).plusSeconds(59);
            return new Due(
                    at,
                    now.toString(),
                    passed,
                    Long.toString(apart.toHours()),
                    Integer.toString(apart.toMinutesPart()));
        }
    }

    public record Told(Moment at, String text) {}

    /** @param read by the officer, where the reporter wrote it */
    public record Said(boolean mine, Moment at, String text, long seq, boolean read) {}

    /** A part of the conversation. @param newest whether nothing was said after it */
    public record Talk(List<Said> messages, boolean newest) {

        /** Before which place there is more; empty if nothing is. */
        public Optional<Long> olderBefore() {
            return messages.stream().findFirst().map(Said::seq).filter(first -> first > 1);
        }
    }

    /** @param kind such as {@code PNG} @param size in kB or MB */
    public record Handed(String kind, String size, EvidenceState state) {

        static Handed of(EvidenceView evidence) {
            long kilobytes = Math.max(1, evidence.sizeBytes() / 1024);
            String size = kilobytes < 1024 ? kilobytes + " kB" : kilobytes / 1024 + " MB";
            return new Handed(evidence.kind(), size, evidence.state());
        }
    }

    /** @param number as people read it; empty if no number was reported @param due null while no operator was asked @param talk what is shown of it */
    public record Shown(
            TrackedReport report,
            String number,
            Due due,
            List<Told> timeline,
            Talk talk,
            List<Handed> evidence,
            boolean talkative,
            boolean undecided,
            String messageKey) {}

    private final Reports reports;
    private final Tracking tracking;
    private final Conversations conversations;
    private final ReadMarks marks;
    private final Wording wording;
    private final KeptForms forms;
    private final Reader reader;
    private final Clock clock;

    CaseView(
            Reports reports,
            Tracking tracking,
            Conversations conversations,
            ReadMarks marks,
            Wording wording,
            KeptForms forms,
            Reader reader,
            Clock clock) {
        this.reports = reports;
        this.tracking = tracking;
        this.conversations = conversations;
        this.marks = marks;
        this.wording = wording;
        this.forms = forms;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * In the caller's transaction; what it shows counts as read.
     *
     * @param message that was not sent yet, and why
     * @param evidence that was not taken, and why
     */
    Page of(CaseId caseId, KeptForm message, KeptForm evidence) {
        return of(caseId, message, evidence, NEWEST);
    }

    /** The same, with what was said before that place of the conversation. */
    Page of(CaseId caseId, KeptForm message, KeptForm evidence, long before) {
        Report report = reports.of(caseId);
        TrackedReport tracked = tracking.of(report, reader.language());
        marks.read(report.id(), Author.REPORTER, report.lastMessage());
        var shown = new Shown(
                tracked,
                tracked.suspect().map(Suspect::shown).orElse(""),
                tracked.deadline()
                        .map(due -> Due.of(moment(due), due, clock.instant()))
                        .orElse(null),
                tracked.timeline().stream()
                        .map(told -> new Told(moment(told.at()), told.text()))
                        .toList(),
                talk(report, before),
                tracked.evidence().stream().map(Handed::of).toList(),
                report.state().isTalkative(),
                report.state().isUndecided(),
                UUID.randomUUID().toString());
        List<FieldError> errors = Stream.concat(message.errors().stream(), evidence.errors().stream())
                .toList();
        return forms.page(
                View.page(shown, Faults.of(errors, reader.language(), Set.of()), message.of("text")), message);
    }

    private Talk talk(Report report, long before) {
        long read = marks.of(report.id(), Author.OFFICER);
        List<Said> messages = conversations.before(report, before, MESSAGES).stream()
                .map(message -> said(message, read))
                .toList();
        return new Talk(messages, before > report.lastMessage());
    }

    private Said said(MessageView message, long read) {
        return new Said(
                message.officer().isEmpty(),
                moment(message.at()),
                message.text(),
                message.seq(),
                message.seq() <= read);
    }

    private Moment moment(Instant at) {
        return new Moment(at.toString(), wording.moment(reader.language(), at));
    }
}
