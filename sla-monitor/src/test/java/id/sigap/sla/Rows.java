package id.sigap.sla;

import id.sigap.reliable.Ids;
import id.sigap.testing.SharedInfrastructure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Clocks as rows, for tests that need many, or old ones. */
public final class Rows {

    private static final String INSERT = """
            insert into clock (request, ticket, operator, ticket_number, action, window_millis, requested_at, clock_start,
                at_risk_share, delivered_at, confirmed_at, declined_at, withdrawn_at, state, started_at, at_risk_at, at_risk_said_at, due_at,
                breached_at, retraction)
            values (?, gen_random_uuid(), ?, 'SGP-2025-000001', ?, 86400000, ?, 'DELIVERED', 0.75, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private Rows() {}

    /** One clock of a request to block. */
    public static UUID clock(String operator, String state, Instant requestedAt, Duration answered, String retraction) {
        return clock(operator, "BLOCK", state, requestedAt, answered, retraction);
    }

    /**
     * One clock, started when requested. One that may still be missed is due in the far future, so that no sweep takes it; one that was, a
     * second after.
     *
     * @param answered how long after the start; null if not
     * @param retraction null unless retracted
     */
    public static UUID clock(
            String operator, String action, String state, Instant requestedAt, Duration answered, String retraction) {
        UUID request = Ids.next();
        boolean declined = state.equals("DECLINED") || "DECLINED_IN_TIME".equals(retraction);
        boolean withdrawn = state.equals("WITHDRAWN") || "WITHDRAWN".equals(retraction);
        boolean started = !state.equals("AWAITING_START");
        boolean missed = List.of("BREACHED", "MET_LATE").contains(state);
        Instant answer = answered == null ? null : requestedAt.plus(answered);
        Instant due = missed ? requestedAt.plusSeconds(1) : Instant.parse("2999-01-01T00:00:00Z");
        run(
                INSERT,
                request,
                operator,
                action,
                requestedAt,
                started ? requestedAt : null,
                declined ? null : answer,
                declined ? answer : null,
                withdrawn ? requestedAt : null,
                state,
                started ? requestedAt : null,
                started ? due : null,
                state.equals("AT_RISK") ? due : null,
                started ? due : null,
                missed || state.equals("RETRACTED") ? requestedAt.plusSeconds(1) : null,
                retraction);
        return request;
    }

    /** A ticket that waits for the regulator. */
    public static UUID ticket(String awaited, Instant since) {
        UUID ticket = Ids.next();
        run(
                "insert into ticket_clock (ticket, ticket_number, awaited, since) values (?, 'SGP-2025-000001', ?, ?)",
                ticket,
                awaited,
                since);
        return ticket;
    }

    /** Changes rows with the rights the service has. */
    public static int run(String sql, Object... parameters) {
        try (Connection connection = SharedInfrastructure.database("sla").asService();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row, as text. */
    public static List<String> read(String sql, Object... parameters) {
        try (Connection connection = SharedInfrastructure.database("sla").asService();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (row.next()) {
                column.add(row.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the planner see what is in the tables. */
    public static void analyze() {
        try (Connection connection = SharedInfrastructure.database("sla").asOwner();
                var statement = connection.createStatement()) {
            statement.execute("analyze clock");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : parameters[i];
            statement.setObject(i + 1, value);
        }
        return statement;
    }
}
