package id.sigap.verification.casework;

import id.sigap.events.Category;
import id.sigap.service.Refusal;
import id.sigap.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                   case when c.claimed_until > ? then c.claimed_by end as held_by,
                   (select count(*) from verification_case m where m.merged_into = c.report and m.state = 'MERGED') as companions
            from shared s join verification_case c using (report) cross join shown
            where c.report <> shown.report
            order by merged desc, s.number desc, c.submitted_at desc, c.report
            """.formatted(AT_MOST);

    private final Sql sql;
    private final Cases cases;
    private final Clock clock;

    SimilarCases(Sql sql, Cases cases, Clock clock) {
        this.sql = sql;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param companions how many are decided with it */
    private record Found(SimilarCase similar, int companions) {

        static Found of(ResultSet row) throws SQLException {
            return new Found(SimilarCases.similar(row), row.getInt("companions"));
        }
    }

    /**
     * Those merged into it first, then those of its number, then the others; the latest first.
     *
     * @param act of whoever looks; empty if they do nothing with cases
     */
    List<SimilarCase> to(Case shown, Optional<Act> act) {
        List<Found> found =
                sql.rows(Found::of, SIMILAR, shown.id().value(), clock.instant().atOffset(ZoneOffset.UTC));
        Map<UUID, Case> candidates = act.filter(looking ->
                        shown.rules(looking).refusal(CaseMove.TAKE_OTHERS).isEmpty())
                .map(_ -> cases.of(found.stream()
                        .map(Found::similar)
                        .filter(SimilarCases::isCandidate)
                        .map(SimilarCase::report)
                        .toList()))
                .orElse(Map.of());
        return found.stream()
                .map(each -> {
                    Case candidate = candidates.get(each.similar().report());
                    return candidate == null
                            ? parting(each.similar(), shown, act)
                            : merging(each, candidate, shown, act.get());
                })
                .toList();
    }

    /** Whether it might be taken to the other, were it not for a rule. */
    private static boolean isCandidate(SimilarCase similar) {
        return similar.sameNumber() && similar.state().after(CaseMove.MERGE).isPresent();
    }

    private static SimilarCase merging(Found found, Case candidate, Case lead, Act act) {
        Optional<Refusal> apart = candidate.rules(act).refusalToJoin(lead, found.companions());
        return found.similar().offering(apart.isEmpty() ? Set.of(CaseMove.MERGE) : Set.of(), apart);
    }

    private static SimilarCase parting(SimilarCase similar, Case lead, Optional<Act> act) {
        boolean parts = similar.merged()
                && similar.state().after(CaseMove.UNMERGE).isPresent()
                && act.filter(looking ->
                                CaseRules.refusalToPartFrom(lead, looking).isEmpty())
                        .isPresent();
        return similar.offering(parts ? Set.of(CaseMove.UNMERGE) : Set.of(), Optional.empty());
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
                Optional.ofNullable(row.getString("held_by")),
                Set.of(),
                Optional.empty());
    }
}
