package id.sigap.repair;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Steps over one record that a service can't even read: it ends while it polls, and can set nothing aside. The next start goes on behind it.
 * Only the very next record can be stepped over: what is before it would be lost with it.
 */
public final class StepOver {

    private static final String NEXT =
            "select next_offset from bookmark where topic = ? and record_partition = ? for update";

    private static final String REMEMBER =
            "insert into stepped_over (topic, record_partition, record_offset, reason) values (?, ?, ?, ?) on conflict do nothing";

    // without an epoch: nobody has read the record that it would be of
    private static final String MOVE = """
            insert into bookmark (topic, record_partition, next_offset, leader_epoch) values (?, ?, ?, null)
            on conflict (topic, record_partition) do update set next_offset = excluded.next_offset, leader_epoch = null""";

    private final Connection connection;

    public StepOver(Connection connection) {
        this.connection = connection;
    }

    /** Where a record lies. */
    public record Place(String topic, int partition, long offset) {}

    /** @return which record is next there; if it is another one, nothing was done */
    public long over(Place place, String reason) throws SQLException {
        return Transaction.over(connection, () -> {
            long next = next(place);
            if (next == place.offset()) {
                remember(place, reason);
                move(place);
            }
            return next;
        });
    }

    /** A partition that was never read begins at its beginning. */
    private long next(Place place) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setString(1, place.topic());
            select.setInt(2, place.partition());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void remember(Place place, String reason) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            insert.setString(1, place.topic());
            insert.setInt(2, place.partition());
            insert.setLong(3, place.offset());
            insert.setString(4, reason);
            insert.executeUpdate();
        }
    }

    private void move(Place place) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(MOVE)) {
            upsert.setString(1, place.topic());
            upsert.setInt(2, place.partition());
            upsert.setLong(3, place.offset() + 1);
            upsert.executeUpdate();
        }
    }
}
