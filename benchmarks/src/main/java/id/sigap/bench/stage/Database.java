package id.sigap.bench.stage;

import id.sigap.infrastructure.PostgresServer;
import id.sigap.local.StackFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A database of the stack, seen by its superuser. */
public final class Database implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(10);

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    public static Database of(PostgresServer server, String name) {
        try {
            return new Database(server.connect(name));
        } catch (SQLException e) {
            throw new StackFailed("no connection to " + name, e);
        }
    }

    public void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StackFailed(sql + ": " + e.getMessage(), e);
        }
    }

    public long number(String sql) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new StackFailed(sql + ": " + e.getMessage(), e);
        }
    }

    public String text(String sql) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new StackFailed(sql + ": " + e.getMessage(), e);
        }
    }

    /** Waits until the query says zero. @return when that was seen */
    public Instant awaitNone(String count) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (number(count) != 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new StackFailed("still not zero: " + count);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return Instant.now();
    }

    /** Waits until all that was journalled has been acknowledged by Kafka. */
    public Instant awaitPublished() {
        return awaitNone("select count(*) from (select from pending limit 1) waiting");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StackFailed("the connection doesn't close", e);
        }
    }
}
