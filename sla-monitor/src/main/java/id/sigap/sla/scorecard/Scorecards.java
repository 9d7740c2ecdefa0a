package id.sigap.sla.scorecard;

import id.sigap.events.Action;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Counts in the database: plain JDBC, because percentiles over a filter are SQL's and no entity is needed. */
@ApplicationScoped
class Scorecards {

    // Who declined, was asked for the same ticket again and confirmed after all has taken the whole time between:
    // declining
    // makes nobody look faster.
    // Who never answers must not look better for it: what waits counts at its age so far. Who was asked a minute ago
    // must
    // not look better for that either, so each percentile is the greater one, with and without what waits.
    private static final String COUNT = """
            select operator, action,
                   count(*) as requests,
                   count(*) filter (where state = 'MET' or retraction = 'CONFIRMED_IN_TIME') as met,
                   count(*) filter (where state = 'MET_LATE') as late,
                   count(*) filter (where state in ('AWAITING_START', 'RUNNING', 'AT_RISK')) as open,
                   count(*) filter (where state = 'BREACHED') as breached,
                   count(*) filter (where state = 'DECLINED' or retraction = 'DECLINED_IN_TIME') as declined,
                   count(*) filter (where refuted) as refuted,
                   count(*) filter (where state = 'WITHDRAWN' or retraction = 'WITHDRAWN') as withdrawn,
                   count(*) filter (where state in ('AWAITING_START', 'RUNNING', 'AT_RISK')
                       and num_nonnulls(delivered_at, acknowledged_at, confirmed_at, declined_at) = 0) as undelivered,
                   count(*) filter (where state = 'RETRACTED') as retracted,
                   percentile_cont(array[0.5, 0.95]) within group (order by took) as minutes,
                   percentile_cont(array[0.5, 0.95]) within group (order by coalesce(took, waits)) as minutes_with_waiting
            from (select *,
                         (state = 'DECLINED' or retraction = 'DECLINED_IN_TIME') and exists (
                             select 1 from clock again where again.ticket = clock.ticket and again.operator = clock.operator
                                 and again.action = clock.action and again.request > clock.request and again.confirmed_at is not null)
                             as refuted,
                         case when state in ('MET', 'MET_LATE') or retraction = 'CONFIRMED_IN_TIME'
                             then extract(epoch from confirmed_at - least(started_at, (
                                 select min(declined.started_at) from clock declined where declined.ticket = clock.ticket
                                     and declined.operator = clock.operator and declined.action = clock.action
                                     and declined.request < clock.request and declined.declined_at is not null)))::float8 / 60 end as took,
                         case when state in ('RUNNING', 'AT_RISK', 'BREACHED')
                             then extract(epoch from coalesce(least(confirmed_at, declined_at, withdrawn_at), now()) - started_at)::float8
                                 / 60 end as waits
                  from clock
                  where requested_at >= ? and requested_at < ? %s) asked
            group by operator, action order by operator, action""";

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
            SequencedMap<String, Scorecard> cards = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Action action = Action.valueOf(row.getString("action"));
                    Figures figures = figures(row);
                    cards.compute(
                            row.getString("operator"),
                            (code, card) -> (card == null ? Scorecard.blank(code) : card).with(action, figures));
                }
            }
            return List.copyOf(cards.values());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Figures figures(ResultSet row) throws SQLException {
        Double[] minutes = percentiles(row.getArray("minutes"));
        Double[] withWaiting = percentiles(row.getArray("minutes_with_waiting"));
        return new Figures(
                row.getLong("requests"),
                row.getLong("met"),
                row.getLong("late"),
                row.getLong("open"),
                row.getLong("breached"),
                row.getLong("declined"),
                row.getLong("refuted"),
                row.getLong("withdrawn"),
                row.getLong("undelivered"),
                row.getLong("retracted"),
                greater(minutes[0], withWaiting[0]),
                greater(minutes[1], withWaiting[1]));
    }

    private static Double[] percentiles(Array array) throws SQLException {
        return array == null ? new Double[2] : (Double[]) array.getArray();
    }

    private static Optional<Double> greater(Double one, Double other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .max(Double::compare)
                .map(Scorecards::rounded);
    }

    /** To a thousandth of a minute: a window of seconds still shows. */
    private static double rounded(double minutes) {
        return Math.round(minutes * 1000) / 1000.0;
    }
}
