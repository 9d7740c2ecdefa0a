package id.sigap.faults.fault;

import id.sigap.local.service.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** PostgreSQL, from a nuisance to a crash. */
final class DatabaseFaults {

    private static final Duration CUTTING = Duration.ofSeconds(6);
    private static final Duration BETWEEN_CUTS = Duration.ofMillis(300);
    /** Longer than a service waits for a lock. */
    private static final Duration LOCKED = Duration.ofSeconds(14);

    private static final Duration DOWN = Duration.ofSeconds(4);
    private static final Duration STILL = Duration.ofSeconds(12);

    private DatabaseFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("database-kill", "PostgreSQL is killed, and comes back after a while", (site, dice) -> {
                    site.postgres().kill();
                    Lasting.of(DOWN);
                    site.postgres().revive();
                }),
                fault("database-stop", "PostgreSQL is stopped at once (immediate), and started again", (site, dice) -> {
                    site.postgres().stopImmediately();
                    Lasting.of(DOWN);
                    site.postgres().revive();
                }),
                fault("database-stands-still", "PostgreSQL stands still for a while (SIGSTOP)", (site, dice) -> {
                    site.postgres().suspend();
                    Lasting.of(STILL);
                    site.postgres().resume();
                }),
                fault(
                        "database-connections-cut",
                        "every connection to every database is terminated, again and again",
                        DatabaseFaults::cut),
                fault(
                        "database-pool-exhausted",
                        "a table everybody needs is locked until every connection of the pool waits for it",
                        DatabaseFaults::lock));
    }

    private static Fault fault(String name, String meaning, Fault.Injection injection) {
        return Fault.always(name, meaning, Set.of(Target.DATABASE), injection);
    }

    private static void cut(Site site, RandomGenerator dice) throws SQLException, InterruptedException {
        long end = System.nanoTime() + CUTTING.toNanos();
        while (System.nanoTime() < end) {
            site.postgres().cutConnections();
            Lasting.of(BETWEEN_CUTS);
        }
    }

    private static void lock(Site site, RandomGenerator dice) throws SQLException, InterruptedException {
        Service service = Service.values()[dice.nextInt(Service.values().length)];
        try (Connection superuser = site.postgres().connect(service.database());
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table journal in access exclusive mode");
            Lasting.of(LOCKED);
            superuser.rollback();
        }
    }
}
