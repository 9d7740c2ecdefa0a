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
    private static final Duration LOCKED = Duration.ofSeconds(9);
    private static final Duration DOWN = Duration.ofSeconds(4);

    private DatabaseFaults() {}

    static List<Fault> all() {
        Set<Target> database = Set.of(Target.DATABASE);
        return List.of(
                Fault.always(
                        "database-kill",
                        "PostgreSQL is killed and stays away for a while",
                        database,
                        DatabaseFaults::kill),
                Fault.always(
                        "database-connections-cut",
                        "every connection to every database is terminated, again and again",
                        database,
                        DatabaseFaults::cut),
                Fault.always(
                        "database-pool-exhausted",
                        "a table everybody needs is locked until every connection of the pool waits for it",
                        database,
                        DatabaseFaults::lock));
    }

    private static void kill(Site site, RandomGenerator dice) throws InterruptedException {
        site.stack().infrastructure().postgres().kill();
        Lasting.of(DOWN);
        site.stack().infrastructure().postgres().revive();
    }

    private static void cut(Site site, RandomGenerator dice) throws SQLException, InterruptedException {
        long end = System.nanoTime() + CUTTING.toNanos();
        try (Connection superuser = site.database("postgres");
                Statement statement = superuser.createStatement()) {
            while (System.nanoTime() < end) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()");
                Lasting.of(BETWEEN_CUTS);
            }
        }
    }

    private static void lock(Site site, RandomGenerator dice) throws SQLException, InterruptedException {
        Service service = Service.values()[dice.nextInt(Service.values().length)];
        try (Connection superuser = site.database(service);
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table journal in access exclusive mode");
            Lasting.of(LOCKED);
            superuser.rollback();
        }
    }
}
