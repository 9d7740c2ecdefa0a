package id.sigap.bench.fanout;

import id.sigap.bench.stage.Database;
import id.sigap.events.TicketId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Tickets with many reports each, in intake-service's database. */
final class Crowd implements AutoCloseable {

    private static final String KEYS = text("keys.sql");
    private static final String REPORTS = text("reports.sql");
    private static final String ONE_STATEMENT = text("one-statement.sql");

    private final Database database;
    private int last;

    Crowd(Database database) {
        this.database = database;
    }

    /** A ticket that so many reports are in. */
    TicketId gather(int count) {
        var ticket = new TicketId(UUID.randomUUID());
        int first = last + 1;
        last += count;
        database.execute(KEYS.formatted(first, last));
        database.execute(
                "insert into followed_ticket (ticket, ticket_number, number) values ('%s', 'SGP-2026-000900', '+6281100000900')"
                        .formatted(ticket));
        database.execute(REPORTS.formatted(first, last, ticket));
        database.execute("vacuum analyze case_key, report, followed_ticket, timeline_entry, notice, circular");
        database.execute("checkpoint");
        return ticket;
    }

    void awaitClosed(TicketId ticket) {
        database.awaitNone(
                "select count(*) from (select from report where ticket = '%s' and state <> 'CLOSED' limit 1) open"
                        .formatted(ticket));
    }

    /** Until each has a mail that is to be sent. */
    void awaitTold(TicketId ticket) {
        database.awaitNone("select count(*) from circular where ticket = '%s'".formatted(ticket));
    }

    /** How many were told not at all, or more than once. */
    long wronglyTold(TicketId ticket) {
        return database.number("""
                select count(*) from report where ticket = '%s'
                and (select count(*) from notice where case_id = report.id and notice = 'BLOCKED') <> 1""".formatted(ticket));
    }

    /** The same for a ticket of which nobody else hears. */
    Duration endByOneStatement(TicketId ticket) {
        long began = System.nanoTime();
        database.execute(ONE_STATEMENT.formatted(ticket));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Nobody waits for the mails. */
    void forgetMails() {
        database.execute("delete from notice");
    }

    private static String text(String resource) {
        try (InputStream sql = Crowd.class.getResourceAsStream(resource)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
