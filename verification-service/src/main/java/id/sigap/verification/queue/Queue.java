package id.sigap.verification.queue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.sigap.service.Page;
import id.sigap.service.Refusal;
import id.sigap.service.Sql;
import id.sigap.verification.casework.CaseState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads the queue. Plain SQL: every officer's screen asks for it all day, it shows rows of two tables and changes none, and its
 * plan is what a test pins.
 */
@ApplicationScoped
public class Queue {

    private static final String ENTRIES = """
            select c.report, c.case_number, c.state, c.priority, c.kind, c.channel, c.category, c.suspect_kind,
                   c.suspect_number, c.money_lost, c.submitted_at, c.evidence_pieces, c.unread_messages, c.last_activity_at,
                   c.claimed_by, c.claimed_until, coalesce(n.reports, 0) as reports_on_number
            from verification_case c
            left join reported_number n on n.number = c.suspect_number
            where %s and (c.priority, c.submitted_at, c.report) > (?, ?, ?)
            order by c.priority, c.submitted_at, c.report
            limit ?
            """;

    /** The words of the partial index {@code case_open}, so that it is used. */
    private static final String IS_OPEN = "c.state in " + CaseState.in(CaseState::isQueued);

    static final String OPEN = ENTRIES.formatted(IS_OPEN);

    static final String IN_STATE = ENTRIES.formatted("c.state = ?");

    private static final String HELD = ENTRIES.formatted(IS_OPEN + " and c.claimed_by = ?");

    private static final String HELD_BY_ANYBODY = ENTRIES.formatted(IS_OPEN + " and c.claimed_by is not null");

    /** The words of the partial index {@code case_written_after}: decided, and the reporter wrote something that nobody has read. */
    private static final String IS_WRITTEN_AFTER =
            "c.unread_messages > 0 and c.state in " + CaseState.in(CaseState::isDecided);

    static final String WRITTEN_AFTER = ENTRIES.formatted(IS_WRITTEN_AFTER);

    static final String COUNT = "select count(*) from verification_case c where " + IS_OPEN;

    /** A row's xmin is another after every change of it, whoever made it; that a claim runs out changes no row. */
    static final String FINGERPRINT = """
            select coalesce(bit_xor(hashtextextended(
                       c.report::text || c.row_version || coalesce((c.claimed_until <= ?)::text, ''), 0)), 0)
            from (select c.report, c.xmin::text as row_version, c.claimed_until from verification_case c where %s
                  union all
                  select c.report, c.xmin::text, c.claimed_until from verification_case c where %s) c
            """.formatted(IS_OPEN, IS_WRITTEN_AFTER);

    /** Nobody's, or an officer's who let the claim run out. Whoever asks at the same moment gets the one behind it. */
    private static final String FREE = """
            select c.report from verification_case c
            where %s and (c.state = 'WAITING' or c.state = 'CLAIMED' and c.claimed_until <= ?)
            order by c.priority, c.submitted_at, c.report
            limit 1
            for update skip locked
            """.formatted(IS_OPEN);

    /** Of all officers together; more would be a desk that decides nothing. */
    private static final int MOST_HELD = 1000;

    private final Sql sql;
    private final Clock clock;

    Queue(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A page of cases in the order of the queue.
     *
     * @param state only these; empty for all that are open
     * @param after the next of the page before; null for the first
     * @throws Refusal 400 if after is not that
     */
    public Page<QueueEntry> page(Optional<CaseState> state, String after, int size) {
        var rows = state.map(named -> read(IN_STATE, Place.read(after), size + 1, named.name()))
                .orElseGet(() -> read(OPEN, Place.read(after), size + 1));
        return Page.of(rows, size, entry -> entry, entry -> Place.of(entry).cursor());
    }

    /** As {@link #page}: the cases that are decided, and whose reporters wrote something that nobody has read. */
    public Page<QueueEntry> writtenAfter(String after, int size) {
        return Page.of(read(WRITTEN_AFTER, Place.read(after), size + 1), size, entry -> entry, entry -> Place.of(entry)
                .cursor());
    }

    /** The open cases that an officer has, as far as a claim reaches: also one that has run out and nobody else took. */
    public List<QueueEntry> heldBy(String officer) {
        return read(HELD, Place.FRONT, Page.LARGEST, officer);
    }

    /** Another number whenever a case that is listed is another, or is listed no longer, or its claim has run out. */
    long fingerprint() {
        return sql.number(FINGERPRINT, clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** How many cases are open. */
    public int open() {
        return (int) sql.number(COUNT);
    }

    /** The open cases that officers have, by officer; as {@link #heldBy}. */
    Map<String, List<QueueEntry>> held() {
        Instant now = clock.instant();
        return read(
                        row -> Map.entry(row.getString("claimed_by"), QueueEntry.of(row, now)),
                        HELD_BY_ANYBODY,
                        Place.FRONT,
                        MOST_HELD)
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** The first case that an officer can take, locked until the caller's transaction ends. */
    Optional<UUID> lockFirstFree() {
        return sql.idIfAny(FREE, clock.instant().atOffset(ZoneOffset.UTC));
    }

    private List<QueueEntry> read(String statement, Place after, int limit, String... which) {
        Instant now = clock.instant();
        return read(row -> QueueEntry.of(row, now), statement, after, limit, which);
    }

    /** @param which what stands in the statement before the place, if anything does */
    private <T> List<T> read(Sql.Reading<T> reading, String statement, Place after, int limit, String... which) {
        Stream<Object> place =
                Stream.of(after.priority(), after.submittedAt().atOffset(ZoneOffset.UTC), after.report(), limit);
        return sql.rows(
                reading, statement, Stream.concat(Stream.of(which), place).toArray());
    }
}
