package id.sigap.intake.report;

import id.sigap.events.CanonicalUuid;
import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.SuspectNumber;
import id.sigap.events.TicketId;
import id.sigap.events.report.Notice;
import id.sigap.intake.notice.Notices;
import id.sigap.intake.receipt.ReceiptCode;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.CaseKind;
import id.sigap.intake.vault.KeyedHash;
import id.sigap.intake.vault.People;
import id.sigap.reliable.Ids;
import id.sigap.reliable.Journal;
import id.sigap.service.Language;
import id.sigap.service.Refusal;
import id.sigap.service.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every report, and how one is taken in. */
@ApplicationScoped
public class Reports implements PanacheRepositoryBase<Report, UUID> {

    /** In one order, so that two transactions never wait for each other in a circle. */
    static final String LOCK_ALL_OF = """
            select count(*) from (
                select from case_key
                where case_id in (select id from report where ticket = ?) order by case_id for no key update) locked""";

    static final String END_ALL_OF = "update report set state = 'CLOSED', ticket_end = ? where ticket = ?";

    static final String SOME_OF = """
            select id, language, case_number from report
            where ticket = ? and ticket_since < ? and id > ? order by id limit ?""";

    private final CaseKeys keys;
    private final People people;
    private final Receipts receipts;
    private final KeyedHash hashes;
    private final Timeline timeline;
    private final Notices notices;
    private final Journal journal;
    private final Sql sql;
    private final Clock clock;

    Reports(
            CaseKeys keys,
            People people,
            Receipts receipts,
            KeyedHash hashes,
            Timeline timeline,
            Notices notices,
            Journal journal,
            Sql sql,
            Clock clock) {
        this.keys = keys;
        this.people = people;
        this.receipts = receipts;
        this.hashes = hashes;
        this.timeline = timeline;
        this.notices = notices;
        this.journal = journal;
        this.sql = sql;
        this.clock = clock;
    }

    /** A report and the only copy of its receipt code. */
    record Taken(Report report, ReceiptCode receipt) {}

    /** Takes a report into the vault, in the caller's transaction. */
    Taken take(Submission submission) {
        Instant now = clock.instant();
        var id = new ReportId(Ids.next());
        var caseId = new CaseId(id.value());
        CaseKey key = keys.create(caseId, CaseKind.REPORT);
        people.keep(caseId, key, submission.reporter());
        var report = new Report(id, CaseNumber.of(nextCount(), now), submission, key, now);
        persist(report);
        timeline.add(report, now, Step.SUBMITTED);
        notices.tell(caseId, Notice.RECEIPT, report.language(), report.caseNumber());
        journal.append(report.submitted(hashes.ofNumber(submission.reporter().mobile())));
        return new Taken(report, receipts.issue(caseId, CaseKind.REPORT));
    }

    /** The report, locked with its case until the transaction ends. @throws Refusal 404 */
    public Report locked(ReportId id) {
        return lockedIfKnown(id).orElseThrow(() -> Refusal.notFound("report"));
    }

    /** As {@link #locked}; empty if this vault never took such a report. */
    public Optional<Report> lockedIfKnown(ReportId id) {
        keys.lock(new CaseId(id.value()));
        return findByIdOptional(id.value());
    }

    /** How their ticket ended, for all that are in it: one statement, however many they are. What was loaded before is to be loaded anew. */
    public void ended(TicketId ticket, TicketEnd end) {
        getEntityManager().flush();
        sql.number(LOCK_ALL_OF, ticket.value());
        sql.changed(END_ALL_OF, end.name(), ticket.value());
        getEntityManager().clear();
    }

    /** Whom to tell of a case. */
    public record Recipient(ReportId report, Language language, String caseNumber) {

        public CaseId caseId() {
            return new CaseId(report.value());
        }
    }

    /**
     * Some of those in a ticket, in the order of their ids.
     *
     * @param step only those that came before it
     * @param after only those behind it
     */
    public List<Recipient> someOf(TicketId ticket, int step, UUID after, int atMost) {
        return sql.rows(
                row -> new Recipient(
                        new ReportId(row.getObject("id", UUID.class)),
                        Language.valueOf(row.getString("language")),
                        row.getString("case_number")),
                SOME_OF,
                ticket.value(),
                step,
                after,
                atMost);
    }

    /** @throws Refusal 404 */
    public Report of(CaseId caseId) {
        return findByIdOptional(caseId.value()).orElseThrow(() -> Refusal.notFound("report"));
    }

    /** @throws Refusal 404 if no report has this id, or it is none */
    public Report named(String text) {
        try {
            return of(new CaseId(CanonicalUuid.parse(text)));
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound("report");
        }
    }

    /** Whether the help desk has a report of this number to decide. */
    public boolean isReported(SuspectNumber number) {
        return count("suspectNumber = ?1 and state in ?2", number.value(), ReportState.UNDECIDED) > 0;
    }

    /** Whether this number was found to be fraud, and its ticket was not heard of yet. */
    public boolean awaitsTicket(Msisdn number) {
        return count("verifiedNumber = ?1 and not ticketed and state = ?2", number.value(), ReportState.VERIFIED) > 0;
    }

    private long nextCount() {
        return sql.number("select nextval('case_count')");
    }
}
