package id.sigap.intake.vault;

import id.sigap.intake.vault.Access.What;
import id.sigap.journal.AccessEntry;
import id.sigap.journal.SignedHeads;
import id.sigap.reliable.Ids;
import id.sigap.service.Cursor;
import id.sigap.service.Page;
import id.sigap.service.Sql;
import id.sigap.service.audit.SignedBook;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has read what. Written in the transaction of the read: without the line there is no answer. */
@ApplicationScoped
public class AccessLog implements PanacheRepositoryBase<Access, UUID>, SignedBook {

    private static final String LAST =
            "select sequence, hash from access_log where case_id = ? and sequence is not null order by sequence desc limit 1";
    private static final String HEADS = """
            select distinct on (case_id) case_id, sequence, hash from access_log
            where recorded_at > ? and recorded_at <= ? and sequence is not null order by case_id, sequence desc""";
    private static final String APPEND =
            "insert into access_log (%s, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(AccessEntry.COLUMNS);

    private final Sql sql;
    private final Clock clock;

    AccessLog(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param who role and account id, as the journal names them */
    public void reportRead(CaseId caseId, String who) {
        write(caseId, What.REPORT, null, who);
    }

    public void messagesRead(CaseId caseId, String who) {
        write(caseId, What.MESSAGES, null, who);
    }

    public void chatJoined(CaseId caseId, String who) {
        write(caseId, What.CHAT, null, who);
    }

    public void evidenceListed(CaseId caseId, String who) {
        write(caseId, What.EVIDENCE_LIST, null, who);
    }

    public void evidenceRead(CaseId caseId, UUID evidence, String who) {
        write(caseId, What.EVIDENCE, evidence, who);
    }

    public void derivativeRead(CaseId caseId, UUID evidence, String who) {
        write(caseId, What.DERIVATIVE, evidence, who);
    }

    public void peaksRead(CaseId caseId, UUID evidence, String who) {
        write(caseId, What.PEAKS, evidence, who);
    }

    public void notesRead(CaseId caseId, UUID evidence, String who) {
        write(caseId, What.NOTES, evidence, who);
    }

    public void appealRead(CaseId caseId, String who) {
        write(caseId, What.APPEAL, null, who);
    }

    void erased(CaseId caseId, String who) {
        write(caseId, What.ERASURE, null, who);
    }

    Page<Access.AccessView> of(CaseId caseId, String after, Integer limit) {
        int size = Page.limit(limit);
        UUID from = Cursor.read(after, 1).map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0));
        List<Access> rows = find("caseId = ?1 and id > ?2 order by id", caseId.value(), from)
                .page(0, size + 1)
                .list();
        return Page.of(rows, size, Access::view, access -> Cursor.of(access.id()));
    }

    @Override
    public List<SignedHeads.Head> heads(Instant after, Instant through) {
        return sql.rows(
                row -> new SignedHeads.Head(
                        AccessEntry.chainOf(row.getObject("case_id", UUID.class)),
                        row.getLong("sequence"),
                        row.getBytes("hash")),
                HEADS,
                after.atOffset(ZoneOffset.UTC),
                through.atOffset(ZoneOffset.UTC));
    }

    private void write(CaseId caseId, What what, UUID item, String who) {
        // one after the other for each case: a line goes on from the hash of the one before
        sql.number("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))", AccessEntry.chainOf(caseId.value()));
        Optional<Last> last = sql.rows(row -> new Last(row.getLong(1), row.getBytes(2)), LAST, caseId.value()).stream()
                .findFirst();
        var line = new AccessEntry(
                caseId.value(),
                last.map(Last::sequence).orElse(0L) + 1,
                Ids.next(),
                what.name(),
                Optional.ofNullable(item),
                who,
                clock.instant().truncatedTo(ChronoUnit.MICROS), // as the database keeps it
                last.map(Last::hash));
        sql.changed(
                APPEND,
                line.caseId(),
                line.sequence(),
                line.id(),
                line.what(),
                item,
                who,
                line.at().atOffset(ZoneOffset.UTC),
                line.previousHash().orElse(null),
                line.hash());
    }

    private record Last(long sequence, byte[] hash) {}
}
