package id.sigap.notifier.watermark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What this service's database knows of what is said and not yet published. Each question is a statement, and a snapshot, of its own. */
final class OwnJournal {

    private static final String NOW = "select date_trunc('milliseconds', clock_timestamp())";

    // Asked first: a transaction that isn't open any more has its pointers where the next statement sees them.
    private static final String UNFINISHED = """
            select exists (select from pg_stat_activity
                where datname = current_database() and usename = current_user and pid <> pg_backend_pid() and xact_start <= ?)""";

    private static final String UNPUBLISHED = "select exists (select from pending where recorded_at <= ?)";

    private final Connection connection;

    /** @param connection in auto-commit */
    OwnJournal(Connection connection) {
        this.connection = connection;
    }

    /** The database's clock. */
    Instant now() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NOW);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Whether no transaction that began up to then is still open, and Kafka has acknowledged whatever those that did journalled. */
    boolean isPublishedUpTo(Instant then) throws SQLException {
        return !exists(UNFINISHED, then) && !exists(UNPUBLISHED, then);
    }

    private boolean exists(String question, Instant then) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            select.setObject(1, then.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
