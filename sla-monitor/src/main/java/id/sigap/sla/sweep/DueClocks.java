package id.sigap.sla.sweep;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.reliable.DatabaseFailure;
import id.sigap.sla.clock.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The sweep's SQL. Plain JDBC instead of the aggregate: one conditional UPDATE claims thousands of rows that fell due in the same second,
 * where loading and locking each would take minutes.
 */
@ApplicationScoped
class DueClocks {

    // What counts as seen: the least watermark, and only if every partition has one. (LEAST would pass over a missing
    // one.)
    private static final String SEEN =
            "(select min(through) from watermark where partition_number < ? having count(*) = ?)";

    // An answer of this request that could not be handled, or waits behind one, may be the confirmation: then nobody is
    // accused.
    private static final String NOTHING_SET_ASIDE = """
            not exists (select 1 from set_aside s where s.topic = '%s' and s.subject = clock.request::text)""".formatted(Topic.Name.CONFIRMATIONS);

    // An answer in time waits for its delivery's report alone; a late one is no reason not to judge.
    private static final String NOT_ANSWERED_IN_TIME = "(least(confirmed_at, declined_at) <= due_at) is not true";

    // Another replica's rows are skipped, not waited for; the lock re-checks the state.
    private static final String CLAIM = """
            with due as (
                select request from clock
                where state = '%1$s' and %2$s <= %3$s and %2$s <= now() and %4$s and %5$s
                order by %2$s
                limit ?
                for update skip locked)
            update clock set %6$s from due where clock.request = due.request
            returning clock.request, ticket, operator, action, started_at, due_at, confirmed_at,
                date_trunc('milliseconds', now()) as flagged_at""";

    static final String AT_RISK = CLAIM.formatted(
            "RUNNING",
            "at_risk_at",
            SEEN,
            NOTHING_SET_ASIDE,
            NOT_ANSWERED_IN_TIME,
            "state = 'AT_RISK', at_risk_said_at = date_trunc('milliseconds', now())");

    static final String BREACHED = CLAIM.formatted(
            "AT_RISK",
            "due_at",
            SEEN,
            NOTHING_SET_ASIDE,
            NOT_ANSWERED_IN_TIME,
            "state = case when confirmed_at is null then 'BREACHED' else 'MET_LATE' end, breached_at = date_trunc('milliseconds', now())");

    private static final String ANSWERED_UNDELIVERED = """
            select request from clock
            where state in ('RUNNING', 'AT_RISK', 'WITHDRAWN') and least(confirmed_at, declined_at) <= due_at
              and least(confirmed_at, declined_at) <= now() - ? * interval '1 millisecond'
            limit ?
            for update skip locked""";

    @Inject
    DataSource database;

    /**
     * @param at by the database's clock
     * @param confirmedAt when the operator confirmed, if it has by now; after the window
     */
    record Flagged(Terms terms, Instant at, Optional<Instant> confirmedAt) {}

    /** Claims running clocks whose share has passed, all confirmations of that time seen. Inside the caller's transaction. */
    List<Flagged> atRisk(int partitions, int limit) {
        return claim(AT_RISK, partitions, limit);
    }

    /** Claims clocks at risk whose window has passed, all confirmations of that time seen. Inside the caller's transaction. */
    List<Flagged> breached(int partitions, int limit) {
        return claim(BREACHED, partitions, limit);
    }

    /** Locks the requests that were answered in time, that long ago, and whose delivery nobody has reported yet. */
    List<UUID> answeredUndelivered(Duration grace, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ANSWERED_UNDELIVERED)) {
            statement.setLong(1, grace.toMillis());
            statement.setInt(2, limit);
            List<UUID> requests = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    requests.add(row.getObject(1, UUID.class));
                }
            }
            return requests;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private List<Flagged> claim(String sql, int partitions, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, partitions);
            statement.setInt(2, partitions);
            statement.setInt(3, limit);
            List<Flagged> flagged = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    flagged.add(new Flagged(
                            terms(row),
                            instant(row, "flagged_at"),
                            Optional.ofNullable(row.getObject("confirmed_at", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)));
                }
            }
            return flagged;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                new RequestId(row.getObject("request", UUID.class)),
                new TicketId(row.getObject("ticket", UUID.class)),
                new OperatorCode(row.getString("operator")),
                Action.valueOf(row.getString("action")),
                instant(row, "started_at"),
                instant(row, "due_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
