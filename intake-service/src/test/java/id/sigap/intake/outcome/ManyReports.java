package id.sigap.intake.outcome;

import id.sigap.events.TicketId;
import id.sigap.intake.testing.Surroundings;
import id.sigap.testing.SharedInfrastructure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One ticket with many reports, as rows. Nobody's address stands behind them: their mails are cancelled. */
final class ManyReports {

    private static final String KEYS = """
            insert into case_key (case_id, kind, created_at, destroyed_at)
            select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'REPORT', now(), now() from generate_series(1, ?) n""";

    private static final String TICKET =
            "insert into followed_ticket (ticket, ticket_number, number) values (?, 'SGP-2026-000900', '+6281100000900')";

    private static final String REPORTS = """
            insert into report (id, case_number, kind, channel, category, suspect_kind, suspect_number, occurred_at, money_lost,
                narrative, language, state, submitted_at, last_message, verified_number, ticket_number, ticketed, ticket)
            select case_id, 'PGD-2001-' || substr(case_id::text, 31), 'COMPLAINT', 'SMS', 'PRIZE', 'DOMESTIC_MOBILE', '+6281100000900', now(),
                false, '', 'ID', 'VERIFIED', now(), 0, '+6281100000900', 'SGP-2026-000900', true, ?
            from case_key where case_id < '00000000-0000-7000-8000-999999999999'""";

    private static final String STORIES = """
            insert into timeline_entry (id, report, at, step)
            select gen_random_uuid(), id, submitted_at, 'SUBMITTED' from report where ticket = ?""";

    private static final List<String> REMOVALS = List.of(
            "delete from circular where ticket = '%s'",
            "delete from notice where case_id in (select id from report where ticket = '%s')",
            "delete from timeline_entry where ticket = '%s'",
            "delete from timeline_entry where report in (select id from report where ticket = '%s')",
            "delete from report where ticket = '%s'",
            "delete from followed_ticket where ticket = '%s'",
            "delete from case_key where case_id < '00000000-0000-7000-8000-999999999999'");

    static void in(TicketId ticket, int count) throws SQLException {
        run(KEYS, count);
        run(TICKET, ticket.value());
        run(REPORTS, ticket.value());
        run(STORIES, ticket.value());
        run("analyze case_key, report, followed_ticket, timeline_entry, notice, circular");
    }

    static void removedFrom(TicketId ticket) throws SQLException {
        for (String removal : REMOVALS) {
            run(removal.formatted(ticket));
        }
    }

    private static void run(String sql, Object... parameters) throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    /** What the database answers, a line for a row, the columns behind each other. */
    static List<String> read(String sql, Object... parameters) throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> lines = new ArrayList<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var line = new ArrayList<String>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        line.add(row.getString(i));
                    }
                    lines.add(String.join(" ", line));
                }
            }
            return lines;
        }
    }

    private ManyReports() {}
}
