package id.sigap.notifier.watermark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** The right to say the watermark, held by an advisory lock of one connection. It is gone when the connection is. */
final class Seat implements AutoCloseable {

    /** Beside the relay's, which are pairs: this is a key of its own space. */
    private static final long LOCK = 0x51_6A_9A_0001L;

    private final Connection connection;
    private boolean taken;

    Seat(Connection connection) {
        this.connection = connection;
    }

    /** Takes the seat if it is free. */
    boolean isOurs() throws SQLException {
        if (!taken) {
            try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
                lock.setLong(1, LOCK);
                try (ResultSet row = lock.executeQuery()) {
                    row.next();
                    taken = row.getBoolean(1);
                }
            }
        }
        return taken;
    }

    /** Remembers the moment, for whoever sits here next. @return false if that moment, or a later one, was said before */
    boolean moveTo(Instant through) throws SQLException {
        try (PreparedStatement move =
                connection.prepareStatement("update watermark set through = ? where through < ?")) {
            move.setObject(1, through.atOffset(ZoneOffset.UTC));
            move.setObject(2, through.atOffset(ZoneOffset.UTC));
            return move.executeUpdate() == 1;
        }
    }

    OwnJournal journal() {
        return new OwnJournal(connection);
    }

    /** Gives the seat up, so that a pooled connection doesn't take it along; a broken one has lost it already. */
    @Override
    public void close() {
        try (connection;
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException _) {
            taken = false;
        }
    }
}
