package id.sigap.service.audit;

import id.sigap.journal.SignedHeads.Head;
import id.sigap.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What every service has. */
@ApplicationScoped
class SignedJournal implements SignedBook {

    private static final String HEADS = """
            select distinct on (subject) subject, version, hash from journal
            where recorded_at > ? and recorded_at <= ? order by subject, version desc""";

    private final Sql sql;

    SignedJournal(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Head> heads(Instant after, Instant through) {
        return sql.rows(
                row -> new Head(row.getString("subject"), row.getLong("version"), row.getBytes("hash")),
                HEADS,
                after.atOffset(ZoneOffset.UTC),
                through.atOffset(ZoneOffset.UTC));
    }
}
