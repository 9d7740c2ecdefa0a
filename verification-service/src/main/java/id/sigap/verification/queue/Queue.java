package id.sigap.verification.queue;

import id.sigap.reliable.DatabaseFailure;
import id.sigap.verification.casework.CaseState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Reads the queue. Plain JDBC: every officer's screen asks for it all day, it shows rows of two tables and changes none, and its
 * plan is what a test pins.
 */
@ApplicationScoped
class Queue {

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
    static final String OPEN =
            ENTRIES.formatted("c.state in ('WAITING', 'CLAIMED', 'AWAITING_EVIDENCE', 'AWAITING_SECOND_APPROVAL')");

    static final String IN_STATE = ENTRIES.formatted("c.state = ?");

    private final DataSource database;
    private final Clock clock;

    Queue(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Cases in the order of the queue.
     *
     * @param state only these; empty for all that are open
     * @param after where the page before ended
     */
    List<QueueEntry> read(Optional<CaseState> state, Place after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(state.isPresent() ? IN_STATE : OPEN)) {
            int next = 1;
            if (state.isPresent()) {
                query.setString(next++, state.get().name());
            }
            query.setInt(next++, after.priority());
            query.setObject(next++, after.submittedAt().atOffset(ZoneOffset.UTC));
            query.setObject(next++, after.report());
            query.setInt(next, limit);
            return entries(query, clock.instant());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static List<QueueEntry> entries(PreparedStatement query, Instant now) throws SQLException {
        var entries = new ArrayList<QueueEntry>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                entries.add(QueueEntry.of(rows, now));
            }
        }
        return entries;
    }
}
