package id.sigap.verification.team;

import id.sigap.service.Sql;
import id.sigap.verification.casework.CaseState;
import id.sigap.verification.casework.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads who does what. Plain SQL: it counts over all officers and changes nothing. */
@ApplicationScoped
public class Team {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final int MOST_CASES = 200;
    /** Whoever decided nothing for so long and has nothing is not at work here. */
    private static final String LATELY = "interval '7 days'";

    private static final String IS_OPEN = "state in " + CaseState.in(CaseState::isQueued);

    private static final String LOADS = """
            select officer, sum(held) as held, min(oldest) as oldest, sum(ran_out) as ran_out, sum(decided) as decided
            from (select claimed_by as officer, 1 as held, submitted_at as oldest,
                         case when claimed_until <= ? then 1 else 0 end as ran_out, 0 as decided
                  from verification_case where %s and claimed_by is not null
                  union all
                  select closed_by, 0, null, 0, case when closed_at >= ? then 1 else 0 end
                  from verification_case
                  where closed_at is not null and closed_at >= ?::timestamptz - %s and state <> 'WITHDRAWN') as work
            group by officer
            order by held desc, officer
            """.formatted(IS_OPEN, LATELY);

    private static final String CASES = """
            select report, version, case_number, state, priority, submitted_at, last_activity_at, claimed_by,
                   coalesce(claimed_until <= ?, false) as ran_out
            from verification_case where %s and %s
            order by last_activity_at, report
            limit %d
            """;

    private static final String STILL = CASES.formatted(IS_OPEN, "last_activity_at <= ?", MOST_CASES);
    private static final String HELD = CASES.formatted(IS_OPEN, "claimed_by is not null", MOST_CASES);
    private static final String HELD_BY = CASES.formatted(IS_OPEN, "claimed_by = ?", MOST_CASES);

    private final Sql sql;
    private final TeamConfig config;
    private final Clock clock;

    Team(Sql sql, TeamConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** Who has cases, or decided some lately; who has most first. */
    public List<Load> loads() {
        OffsetDateTime now = now();
        OffsetDateTime midnight = LocalDate.ofInstant(clock.instant(), JAKARTA)
                .atStartOfDay(JAKARTA)
                .toOffsetDateTime();
        return sql.rows(Team::load, LOADS, now, midnight, now);
    }

    /** To whom a case can be given, by account. */
    public List<String> officers() {
        return loads().stream().map(Load::officer).sorted().toList();
    }

    /** Open cases to which nothing happened for long, the longest first. */
    public List<TeamCase> still() {
        OffsetDateTime now = now();
        return sql.rows(Team::teamCase, STILL, now, now.minus(config.stillAfter()));
    }

    /** The open cases that somebody has, those at which nothing happened for longest first. */
    public List<TeamCase> held() {
        return sql.rows(Team::teamCase, HELD, now());
    }

    /** Those that one officer has, by account. */
    public List<TeamCase> heldBy(String officer) {
        return sql.rows(Team::teamCase, HELD_BY, now(), officer);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Load load(ResultSet row) throws SQLException {
        return new Load(
                row.getString("officer"),
                row.getInt("held"),
                Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("ran_out"),
                row.getInt("decided"));
    }

    private static TeamCase teamCase(ResultSet row) throws SQLException {
        return new TeamCase(
                row.getObject("report", UUID.class),
                row.getLong("version"),
                row.getString("case_number"),
                CaseState.valueOf(row.getString("state")),
                Priority.values()[row.getInt("priority")],
                instant(row, "submitted_at"),
                instant(row, "last_activity_at"),
                Optional.ofNullable(row.getString("claimed_by")),
                row.getBoolean("ran_out"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
