package id.sigap.intake.chat;

import id.sigap.events.MessageId;
import id.sigap.events.ReportId;
import id.sigap.events.report.Author;
import id.sigap.intake.chat.Message.Draft;
import id.sigap.intake.chat.Message.MessageView;
import id.sigap.intake.form.Findings;
import id.sigap.intake.pace.Counted;
import id.sigap.intake.pace.Limits;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.reliable.Ids;
import id.sigap.reliable.Journal;
import id.sigap.service.Idempotency;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every conversation: what was said, in order. */
@ApplicationScoped
public class Conversations implements PanacheRepositoryBase<Message, UUID> {

    private static final int LONGEST_CLIENT_ID = 200;

    private final Reports reports;
    private final CaseKeys keys;
    private final Journal journal;
    private final ChatConfig config;
    private final Clock clock;
    private final Rooms rooms;
    private final ReadMarks marks;
    private final Limits limits;

    Conversations(
            Reports reports,
            CaseKeys keys,
            Journal journal,
            ChatConfig config,
            Clock clock,
            Rooms rooms,
            ReadMarks marks,
            Limits limits) {
        this.reports = reports;
        this.keys = keys;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
        this.rooms = rooms;
        this.marks = marks;
        this.limits = limits;
    }

    /**
     * Stores a message, then tells everybody in the room. A message with a client's id that is there already is that message.
     *
     * @throws id.sigap.service.Refusal 400 for a text that is empty or too long, 409 when the conversation is over, 410 when erased,
     *     422 when the client's id is another message's, 429
     */
    public MessageView post(ReportId report, Writer writer, String text, Optional<String> clientId) {
        var findings = new Findings();
        String read = findings.text("text", text, 1, config.longestMessage());
        clientId.ifPresent(id -> findings.line("clientId", id, LONGEST_CLIENT_ID));
        findings.settle();
        MessageView stored =
                QuarkusTransaction.requiringNew().call(() -> store(report, new Draft(writer, read, clientId)));
        rooms.said(report, stored);
        return stored;
    }

    /** Stores it in the caller's transaction and tells nobody here; every replica hears of it by its event. */
    MessageView store(ReportId id, Draft draft) {
        Report report = reports.locked(id);
        CaseKey key = keys.of(report.caseId());
        Optional<Message> before = draft.clientId().flatMap(clientId -> find(
                        "report = ?1 and author = ?2 and clientId = ?3",
                        id.value(),
                        draft.writer().author(),
                        clientId)
                .<Message>firstResultOptional());
        before.ifPresent(said -> {
            if (!said.is(draft, key)) {
                throw Idempotency.reused();
            }
        });
        return before.orElseGet(() -> {
                    var message = new Message(
                            new MessageId(Ids.next()), id, report.nextMessage(), draft, key, clock.instant());
                    persist(message);
                    journal.append(message.posted());
                    if (draft.writer().author() == Author.REPORTER) {
                        limits.use(Counted.MESSAGES_OF_CASE.of(id.toString()));
                    }
                    return message;
                })
                .view(key);
    }

    /** Over a socket somebody was shown everything up to that place. */
    void read(ReportId report, Author reader, long sequence) {
        QuarkusTransaction.requiringNew().run(() -> marks.read(report, reader, sequence));
    }

    /** To who comes in: how far the other side has read, which may have been while they were away. */
    void tellHowFarRead(Seat seat) {
        Author other = seat.writer().author() == Author.REPORTER ? Author.OFFICER : Author.REPORTER;
        long sequence = QuarkusTransaction.requiringNew().call(() -> marks.of(seat.report(), other));
        if (sequence > 0) {
            seat.send(new Frame.Seen(other, sequence));
        }
    }

    /** What was said after that place, in order, in the caller's transaction. @throws id.sigap.service.Refusal 410 when erased */
    public List<MessageView> after(Report report, long sequence, int atMost) {
        CaseKey key = keys.of(report.caseId());
        return find(
                        "report = ?1 and sequence > ?2 order by sequence",
                        report.id().value(),
                        sequence)
                .page(0, atMost)
                .<Message>list()
                .stream()
                .map(message -> message.view(key))
                .toList();
    }

    /** The last that was said before that place, in order, in the caller's transaction. @throws id.sigap.service.Refusal 410 when erased */
    public List<MessageView> before(Report report, long sequence, int atMost) {
        CaseKey key = keys.of(report.caseId());
        return find(
                        "report = ?1 and sequence < ?2 order by sequence desc",
                        report.id().value(),
                        sequence)
                .page(0, atMost)
                .<Message>list()
                .reversed()
                .stream()
                .map(message -> message.view(key))
                .toList();
    }
}
