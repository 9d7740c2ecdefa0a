package id.sigap.bench.ledger;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.reliable.DatabaseFailure;
import id.sigap.reliable.Ids;
import id.sigap.reliable.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** One row changed, one event said: the least a service does in a transaction. */
@ApplicationScoped
class Entries {

    private static final String CHANGE = """
            insert into entry (subject, changes, changed) values (?, 1, now())
            on conflict (subject) do update set changes = entry.changes + 1, changed = now()""";

    private static final OperatorCode OPERATOR = new OperatorCode("TELKOMSEL");
    private static final Msisdn NUMBER = new Msisdn("+628110000001");
    private static final Duration WINDOW = Duration.ofHours(24);

    private final DataSource database;
    private final Journal journal;

    Entries(DataSource database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** In the caller's transaction. */
    void change(TicketId subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(CHANGE)) {
            change.setObject(1, subject.value());
            change.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        say(subject);
    }

    /** An event of usual size, in the caller's transaction. */
    void say(TicketId subject) {
        Instant now = Instant.now();
        journal.append(new BlockRequested(
                subject,
                "SGP-2026-000123",
                new RequestId(Ids.next()),
                OPERATOR,
                NUMBER,
                Category.URGENT_PAYMENT,
                Channel.VOICE_CALL,
                WINDOW,
                now,
                now.plus(WINDOW),
                now));
    }
}
