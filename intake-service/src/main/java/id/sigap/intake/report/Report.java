package id.sigap.intake.report;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
import id.sigap.events.report.ReportEvent;
import id.sigap.events.report.ReportKind;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.events.report.ReportWithdrawn;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKey;
import id.sigap.phone.Suspect;
import id.sigap.service.IllegalMove;
import id.sigap.service.Language;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A citizen's report. The help desk and the tickets decide what becomes of it; here it follows, from wherever it stands.
 * <pre>
 *      ┌──────────────────────────── release ───────────┬────────────────────────────┐
 *      ▼                                                │                            │
 * Submitted ─converse─▶ InConversation ─askEvidence─▶ AwaitingEvidence ─receive─▶ UnderReview
 * AwaitingEvidence ─ converse ─▶ InConversation: the officer goes on without · UnderReview ─ askEvidence ─▶ AwaitingEvidence
 * any of these ─ review ─▶ UnderReview · InConversation ─ receive ─▶ UnderReview
 * any of these ─ verify ─▶ Verified, ─ reject ─▶ Rejected, ─ answer ─▶ Answered, ─ withdraw (the reporter) ─▶ Withdrawn
 * Withdrawn ─ verify, reject, answer ─▶ as above: the help desk had decided before it heard of the withdrawal
 * every state ─ close (the ticket) ─▶ Closed ─ leaveTicket ─▶ Verified
 * </pre>
 */
@Entity
@Table(name = "report")
public class Report {

    private static final String NARRATIVE = "narrative";
    private static final String SUSPECT_AS_TYPED = "suspect-as-typed";

    @Id
    private UUID id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Enumerated(EnumType.STRING)
    private Suspect.Kind suspectKind;

    private String suspectNumber;
    private byte[] suspectAsTyped;
    private Instant occurredAt;
    private boolean moneyLost;
    private byte[] narrative;

    @Enumerated(EnumType.STRING)
    private Language language;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private Instant submittedAt;
    private long lastMessage;
    private String verifiedNumber;
    private String ticketNumber;
    private boolean ticketed;

    /** Which it is in; null while it is in none. */
    private UUID ticket;

    /** How many steps that had when this report came: it is told of those after. */
    private int ticketSince;

    @Enumerated(EnumType.STRING)
    private TicketEnd ticketEnd;

    Report() {}

    Report(ReportId id, String caseNumber, Submission submission, CaseKey key, Instant now) {
        this.id = id.value();
        this.caseNumber = caseNumber;
        this.kind = submission.kind();
        this.channel = submission.channel();
        this.category = submission.category();
        this.suspectKind = submission.suspect().map(Suspect::kind).orElse(null);
        this.suspectNumber = submission.suspect().map(Suspect::value).orElse(null);
        this.suspectAsTyped = submission
                .suspectAsTyped()
                .map(typed -> key.seal(SUSPECT_AS_TYPED, typed))
                .orElse(null);
        this.occurredAt = submission.occurredAt();
        this.moneyLost = submission.moneyLost();
        this.narrative = key.seal(NARRATIVE, submission.narrative());
        this.language = submission.language();
        this.state = ReportState.SUBMITTED;
        this.submittedAt = now;
    }

    /** @param reporter keyed hash of the reporter's number */
    ReportEvent submitted(String reporter) {
        return new ReportSubmitted(
                id(),
                caseNumber,
                kind,
                channel,
                category,
                suspect().flatMap(Suspect::number),
                suspect().flatMap(Suspect::senderName),
                occurredAt,
                moneyLost,
                language.code(),
                reporter,
                submittedAt);
    }

    /** @throws IllegalMove once the help desk has decided */
    public ReportEvent withdraw(Instant now) {
        state = state.after(ReportMove.WITHDRAW);
        return new ReportWithdrawn(id(), now);
    }

    /** Follows what was decided elsewhere. @return false if it stands where it stood: more is known already */
    public boolean follow(ReportMove move) {
        ReportState before = state;
        state = state.after(move);
        return state != before;
    }

    /** The place in the conversation of one more message. @throws IllegalMove when nobody listens any more */
    public long nextMessage() {
        state.require(ReporterMove.WRITE);
        return ++lastMessage;
    }

    /** @throws IllegalMove once the help desk has decided: then evidence changes nothing */
    public void requireTakesEvidence() {
        state.require(ReporterMove.ATTACH_EVIDENCE);
    }

    /** Which number was found to be fraud: not always the one reported. */
    public void verified(Msisdn number) {
        verifiedNumber = number.value();
    }

    /** The report joined a ticket. @param steps how many of them it has missed */
    public void joined(TicketId id, String number, int steps) {
        ticketed = true;
        ticket = id.value();
        ticketNumber = number;
        ticketSince = steps;
    }

    /** An officer took it out of its ticket: what the ticket said of the number is nothing said of this report. */
    public void left() {
        follow(ReportMove.LEAVE_TICKET);
        ticket = null;
        ticketNumber = null;
        ticketEnd = null;
    }

    /** How the ticket ended, or went on after its end: a block can be lifted. */
    public void ended(TicketEnd end) {
        follow(ReportMove.CLOSE);
        ticketEnd = end;
    }

    /** What happened, in the reporter's words. */
    String narrative(CaseKey key) {
        return key.open(NARRATIVE, narrative);
    }

    /** The number, or sender's name, as the reporter typed it; empty if they named none. */
    Optional<String> suspectAsTyped(CaseKey key) {
        return Optional.ofNullable(suspectAsTyped).map(kept -> key.open(SUSPECT_AS_TYPED, kept));
    }

    public ReportId id() {
        return new ReportId(id);
    }

    public CaseId caseId() {
        return new CaseId(id);
    }

    public String caseNumber() {
        return caseNumber;
    }

    public ReportKind kind() {
        return kind;
    }

    public Language language() {
        return language;
    }

    public ReportState state() {
        return state;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public long lastMessage() {
        return lastMessage;
    }

    public Optional<String> ticketNumber() {
        return Optional.ofNullable(ticketNumber);
    }

    /** Which it is in. */
    public Optional<TicketId> ticket() {
        return Optional.ofNullable(ticket).map(TicketId::new);
    }

    /** After how many of its ticket's steps it came. */
    public int ticketSince() {
        return ticketSince;
    }

    public Optional<TicketEnd> ticketEnd() {
        return Optional.ofNullable(ticketEnd);
    }

    public Optional<Suspect> suspect() {
        return Optional.ofNullable(suspectKind).map(sort -> new Suspect(sort, suspectNumber));
    }

    Channel channel() {
        return channel;
    }

    Category category() {
        return category;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    boolean moneyLost() {
        return moneyLost;
    }
}
