package id.sigap.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Rows of the table {@code journal} as entries. */
public final class JournalReader {

    /** What {@link #entry} reads. */
    static final String COLUMNS =
            "subject, version, id, topic, type, occurred_at, actor, payload, trace_parent, previous_hash, hash";

    private static final String HISTORY = "select " + COLUMNS + " from journal where subject = ? order by version";

    private static final String WALK = "select " + COLUMNS + " from journal order by subject, version";

    private static final int AT_ONCE = 2_000;

    private JournalReader() {}

    /** The whole history of one aggregate, oldest first. */
    public static List<JournalEntry> history(Connection connection, String subject) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(HISTORY)) {
            read.setString(1, subject);
            List<JournalEntry> history = new ArrayList<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    history.add(entry(row));
                }
            }
            return history;
        }
    }

    /** Every entry, of each aggregate oldest first. As many as there are: few are in memory at a time. */
    public static void walk(Connection connection, Consumer<JournalEntry> visitor) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false); // the driver has a cursor only inside a transaction
        try (PreparedStatement read = connection.prepareStatement(WALK)) {
            read.setFetchSize(AT_ONCE);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    visitor.accept(entry(row));
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
    }

    static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getString("subject"),
                row.getLong("version"),
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getBytes("payload"),
                Optional.ofNullable(row.getString("trace_parent")),
                Optional.ofNullable(row.getBytes("previous_hash")),
                row.getBytes("hash"));
    }
}
