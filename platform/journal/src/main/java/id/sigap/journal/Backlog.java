package id.sigap.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What waits in a service's database at this moment.
 *
 * @param pending events that Kafka has not acknowledged
 * @param pendingAge how long the oldest of them has waited; zero if there is none
 * @param parked events that wait on the shelf: for an earlier version of their aggregate, or for the listener after a replay
 * @param parkedKeys of how many aggregates
 * @param dead records that could not be handled and that nobody has looked after
 * @param deadAge how long the oldest of them has been dead; zero if there is none
 */
public record Backlog(long pending, Duration pendingAge, long parked, long parkedKeys, long dead, Duration deadAge) {

    private static final String COUNT = """
            select p.pending, p.age as pending_age, s.parked, s.parked_keys, s.dead, s.age as dead_age
            from (select count(*) as pending, coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0) as age from pending) p,
                (select count(*) filter (where state = 'WAITING') as parked,
                    count(distinct (topic, subject)) filter (where state = 'WAITING') as parked_keys,
                    count(*) filter (where state = 'DEAD') as dead,
                    coalesce(extract(epoch from clock_timestamp() - min(set_aside_at) filter (where state = 'DEAD')), 0) as age
                from set_aside) s""";

    public static Backlog of(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT);
                ResultSet row = count.executeQuery()) {
            row.next();
            return new Backlog(
                    row.getLong("pending"),
                    seconds(row.getDouble("pending_age")),
                    row.getLong("parked"),
                    row.getLong("parked_keys"),
                    row.getLong("dead"),
                    seconds(row.getDouble("dead_age")));
        }
    }

    /** Never negative: a database's clock may be set back. */
    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }
}
