package id.sigap.sla.scorecard;

import id.sigap.events.OperatorCode;
import id.sigap.reliable.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Counts in the database: plain JDBC, because percentiles over a filter are SQL's and no entity is needed. */
@ApplicationScoped
class Scorecards {

    private static final String COUNT = """
            select operator,
                   count(*) as requests,
                   count(*) filter (where state = 'MET' or retraction = 'CONFIRMED_IN_TIME') as met,
                   count(*) filter (where state = 'MET_LATE') as late,
                   count(*) filter (where state in ('AWAITING_START', 'RUNNING', 'AT_RISK')) as open,
                   count(*) filter (where state = 'BREACHED') as breached,
                   count(*) filter (where state = 'DECLINED' or retraction = 'DECLINED_IN_TIME') as declined,
                   count(*) filter (where num_nonnulls(delivered_at, acknowledged_at, confirmed_at, declined_at) = 0)
                       as undelivered,
                   count(*) filter (where state = 'RETRACTED') as retracted,
                   percentile_cont(array[0.5, 0.95])
                       within group (order by extract(epoch from confirmed_at - started_at)::float8 / 60)
                       filter (where state in ('MET', 'MET_LATE') or retraction = 'CONFIRMED_IN_TIME') as minutes
            from clock
            where requested_at >= ? and requested_at < ? %s
            group by operator order by operator""";

    static final String OF_ALL = COUNT.formatted("");
    static final String OF_ONE = COUNT.formatted("and operator = ?");

    @Inject
    DataSource database;

    List<Scorecard> ofAll(Period period) {
        return count(OF_ALL, period, Optional.empty());
    }

    Scorecard of(OperatorCode operator, Period period) {
        return count(OF_ONE, period, Optional.of(operator)).stream()
                .findFirst()
                .orElseGet(() -> Scorecard.blank(operator.value()));
    }

    private List<Scorecard> count(String sql, Period period, Optional<OperatorCode> operator) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, period.from().atOffset(ZoneOffset.UTC));
            statement.setObject(2, period.to().atOffset(ZoneOffset.UTC));
            if (operator.isPresent()) {
                statement.setString(3, operator.get().value());
            }
            List<Scorecard> cards = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    cards.add(card(row));
                }
            }
            return cards;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Scorecard card(ResultSet row) throws SQLException {
        Array minutes = row.getArray("minutes");
        Double[] percentiles = minutes == null ? new Double[2] : (Double[]) minutes.getArray();
        return new Scorecard(
                row.getString("operator"),
                row.getLong("requests"),
                row.getLong("met"),
                row.getLong("late"),
                row.getLong("open"),
                row.getLong("breached"),
                row.getLong("declined"),
                row.getLong("undelivered"),
                row.getLong("retracted"),
                Optional.ofNullable(percentiles[0]).map(Scorecards::rounded),
                Optional.ofNullable(percentiles[1]).map(Scorecards::rounded));
    }

    /** To a thousandth of a minute: a window of seconds still shows. */
    private static double rounded(double minutes) {
        return Math.round(minutes * 1000) / 1000.0;
    }
}
