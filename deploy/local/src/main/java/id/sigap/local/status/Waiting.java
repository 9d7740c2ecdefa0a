package id.sigap.local.status;

import id.sigap.journal.Backlog;
import id.sigap.local.repair.Ago;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What waits in a service's database; asked of the database, so that it is known while the service is down. */
record Waiting(Optional<Backlog> backlog) {

    static final List<String> COLUMNS = List.of("PENDING", "OLDEST", "PARKED", "DEAD");

    private static final String UNKNOWN = "?";

    static Waiting in(Stack stack, Service service) {
        try (Connection connection =
                DriverManager.getConnection(stack.jdbcUrl(service.database()), Stack.DATABASE_SUPERUSER, "")) {
            return new Waiting(Optional.of(Backlog.of(connection)));
        } catch (SQLException _) {
            return new Waiting(Optional.empty()); // no database, or no tables yet
        }
    }

    List<String> cells() {
        return backlog.map(it -> List.of(
                        Long.toString(it.pending()),
                        it.pending() == 0 ? "" : Ago.of(it.pendingAge()),
                        Long.toString(it.parked()),
                        Long.toString(it.dead())))
                .orElse(List.of(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN));
    }

    long dead() {
        return backlog.map(Backlog::dead).orElse(0L);
    }
}
