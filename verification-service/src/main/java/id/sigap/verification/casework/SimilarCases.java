package id.sigap.verification.casework;

import id.sigap.events.Category;
import id.sigap.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds what shares something with a case. Plain SQL: every look at a case asks for it, and each way of being alike reads a few rows of
 * an index of its own, however often a number was reported.
 */
@ApplicationScoped
class SimilarCases {

    /** Of each way of being alike. */
    private static final int AT_MOST = 20;

    static final String SIMILAR = """
            with shown as (select report, suspect_number, reporter from verification_case where report = ?),
            alike as (
                (select c.report, true as number, false as file, false as person
                 from shown join verification_case c on c.suspect_number = shown.suspect_number
                 order by c.submitted_at desc limit %1$d)
                union all
                (select other.report, false, true, false
                 from shown join case_evidence own on own.report = shown.report
                            join case_evidence other on other.sha256 = own.sha256
                 limit %1$d)
                union all
                (select c.report, false, false, true
                 from shown join verification_case c on c.reporter = shown.reporter
                 order by c.submitted_at desc limit %1$d)
                union all
                (select c.report, true, false, false
                 from shown join verification_case c on c.merged_into = shown.report
                 order by c.submitted_at desc limit %1$d)
            ),
            shared as (
                select report, bool_or(number) as number, bool_or(file) as file, bool_or(person) as person
                from alike group by report
            )
            select c.report, c.case_number, c.category, c.state, c.submitted_at, s.number, s.file, s.person,
                   coalesce(c.merged_into = shown.report, false) as merged, c.unread_messages,
                   case when c.claimed_until > ? then c.claimed_by end as held_by
            from shared s join verification_case c using (report) cross join shown
            where c.report <> shown.report
            order by merged desc, s.number desc, c.submitted_at desc, c.report
            """.formatted(AT_MOST);

    private final Sql sql;
    private final Clock clock;

    SimilarCases(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those merged into it first, then those of its number, then the others; the latest first. */
    List<SimilarCase> to(Case shown) {
        return sql.rows(
                SimilarCases::similar,
                SIMILAR,
                shown.id().value(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static SimilarCase similar(ResultSet row) throws SQLException {
        return new SimilarCase(
                row.getObject("report", UUID.class),
                row.getString("case_number"),
                Category.valueOf(row.getString("category")),
                CaseState.valueOf(row.getString("state")),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("number"),
                row.getBoolean("file"),
                row.getBoolean("person"),
                row.getBoolean("merged"),
                row.getInt("unread_messages"),
                Optional.ofNullable(row.getString("held_by")));
    }
}
