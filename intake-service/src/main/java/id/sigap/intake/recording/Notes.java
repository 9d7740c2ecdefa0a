package id.sigap.intake.recording;

import id.sigap.intake.evidence.EvidenceContent;
import id.sigap.intake.evidence.EvidenceContent.Viewable;
import id.sigap.intake.form.Findings;
import id.sigap.intake.recording.Note.NoteView;
import id.sigap.intake.recording.Note.Noted;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.vault.AccessLog;
import id.sigap.intake.vault.CaseKind;
import id.sigap.reliable.Ids;
import id.sigap.service.CurrentUser;
import id.sigap.service.Idempotency;
import id.sigap.service.IllegalMove;
import id.sigap.service.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What officers noted of recordings. They are for officers only: the reporter never sees them, and nothing is said of them outside. */
@ApplicationScoped
@Transactional
class Notes implements PanacheRepositoryBase<Note, UUID> {

    private static final int LONGEST_KEY = 200;
    private static final int DAY = Math.toIntExact(Duration.ofDays(1).toMillis());

    private final EvidenceContent content;
    private final Reports reports;
    private final AccessLog accesses;
    private final CurrentUser user;
    private final RecordingConfig config;
    private final Clock clock;

    Notes(
            EvidenceContent content,
            Reports reports,
            AccessLog accesses,
            CurrentUser user,
            RecordingConfig config,
            Clock clock) {
        this.content = content;
        this.reports = reports;
        this.accesses = accesses;
        this.user = user;
        this.config = config;
        this.clock = clock;
    }

    /** By moment. @throws Refusal 404 if it is no recording of the report, 409, 410 */
    List<NoteView> of(String report, String evidence) {
        Viewable recording = recording(report, evidence);
        accesses.notesRead(recording.caseId(), recording.id(), user.actor());
        return list("evidence = ?1 order by atMillis, at, id", recording.id()).stream()
                .map(note -> note.view(recording.key()))
                .toList();
    }

    /**
     * @param atMillis null if it was left out
     * @throws Refusal 400; 409 once the case is decided; 422 if the key is another note's
     */
    NoteView add(String report, String evidence, String key, Integer atMillis, String text) {
        var findings = new Findings();
        String clientId = findings.line("Idempotency-Key", key, LONGEST_KEY);
        String read = findings.text("text", text, 1, config.longestNote());
        findings.required("atMillis", atMillis)
                .filter(moment -> moment < 0 || moment > DAY)
                .ifPresent(_ -> findings.wrong("atMillis", "wrong-type", "0 … " + DAY));
        findings.settle();
        Viewable recording = openFor(report, evidence);
        var noted = new Noted(atMillis, read);
        Optional<Note> before = find(
                        "evidence = ?1 and author = ?2 and clientId = ?3", recording.id(), user.id(), clientId)
                .firstResultOptional();
        if (before.filter(note -> !note.is(noted, recording.key())).isPresent()) {
            throw Idempotency.reused();
        }
        return before.orElseGet(() -> {
                    var note = new Note(Ids.next(), recording, user.id(), clientId, noted, clock.instant());
                    persist(note);
                    return note;
                })
                .view(recording.key());
    }

    /** Does nothing if there is no such note any more. @throws Refusal 403 if it is another's, 409 once the case is decided */
    void remove(String report, String evidence, UUID note) {
        Viewable recording = openFor(report, evidence);
        find("id = ?1 and evidence = ?2", note, recording.id())
                .firstResultOptional()
                .ifPresent(found -> {
                    if (!found.isBy(user.id())) {
                        throw new Refusal(Status.FORBIDDEN, "note-of-another");
                    }
                    delete(found);
                });
    }

    /** Locked, so that a note that is sent twice at once is one. */
    private Viewable openFor(String report, String evidence) {
        Report found = reports.locked(reports.named(report).id());
        if (!found.state().isUndecided()) {
            throw new IllegalMove("report", found.state(), "note");
        }
        return recording(report, evidence);
    }

    private Viewable recording(String report, String evidence) {
        Viewable piece = content.viewable(report, evidence, CaseKind.REPORT);
        if (!piece.mediaType().startsWith("audio/")) {
            throw Refusal.notFound("recording");
        }
        return piece;
    }
}
