package id.sigap.repair;

import id.sigap.journal.Shards;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Publishes a part of a service's journal once more, after a broker lost what it had acknowledged: pointers are put back, the service's
 * relay does the rest. Receivers that have an event pass over it, so too much does no harm.
 */
public final class JournalReplay {

    /** An entry carries the time its transaction began; it was published after it ended. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);

    private static final int AT_ONCE = 5_000;

    private static final String COUNT =
            "select count(*) from journal where recorded_at >= ? and topic = coalesce(?::text, topic)";

    private static final String FIND =
            "select subject, version from journal where recorded_at >= ? and topic = coalesce(?::text, topic)";

    private static final String POINT = """
            insert into pending (shard, subject, version) select * from unnest(?::smallint[], ?::text[], ?::bigint[])
            on conflict do nothing""";

    private final Connection connection;

    public JournalReplay(Connection connection) {
        this.connection = connection;
    }

    private record Pointer(String subject, long version) {}

    /** How many entries {@link #replay} would publish again. */
    public long count(Instant since, Optional<String> topic) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            choose(count, since, topic);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * In one transaction: everything is published, or nothing was asked for.
     *
     * @param since by the database's clock; taken a minute earlier, for transactions that were open then
     * @return how many entries are published again; fewer than found if some are waiting to be published anyway
     */
    public long replay(Instant since, Optional<String> topic) throws SQLException {
        return Transaction.over(connection, () -> {
            long put = 0;
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setFetchSize(AT_ONCE);
                choose(find, since, topic);
                List<Pointer> pointers = new ArrayList<>(AT_ONCE);
                try (ResultSet row = find.executeQuery()) {
                    while (row.next()) {
                        pointers.add(new Pointer(row.getString(1), row.getLong(2)));
                        if (pointers.size() == AT_ONCE) {
                            put += point(pointers);
                            pointers.clear();
                        }
                    }
                }
                return put + point(pointers);
            }
        });
    }

    private static void choose(PreparedStatement statement, Instant since, Optional<String> topic) throws SQLException {
        statement.setObject(1, since.minus(LONGEST_TRANSACTION).atOffset(ZoneOffset.UTC));
        statement.setString(2, topic.orElse(null));
    }

    private int point(List<Pointer> pointers) throws SQLException {
        try (PreparedStatement point = connection.prepareStatement(POINT)) {
            point.setArray(
                    1,
                    connection.createArrayOf(
                            "int2",
                            pointers.stream().map(p -> Shards.of(p.subject())).toArray()));
            point.setArray(
                    2,
                    connection.createArrayOf(
                            "text", pointers.stream().map(Pointer::subject).toArray()));
            point.setArray(
                    3,
                    connection.createArrayOf(
                            "int8", pointers.stream().map(Pointer::version).toArray()));
            return point.executeUpdate();
        }
    }
}
