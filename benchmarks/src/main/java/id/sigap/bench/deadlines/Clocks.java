package id.sigap.bench.deadlines;

import id.sigap.bench.stage.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The clocks in sla-monitor's database, or in a copy of it, made to fall due. */
final class Clocks implements AutoCloseable {

    private static final String OVERDUE =
            "select count(*) from (select from clock where state = 'AT_RISK' and confirmed_at is null and declined_at is null limit 1) due";
    private static final String DUE_LAST =
            "request between lpad(to_hex(%d), 32, '0')::uuid and lpad(to_hex(%d), 32, '0')::uuid";
    private static final String ONE_STATEMENT = text("one-statement.sql");

    private final Database database;
    private int first;
    private int last;

    Clocks(Database database) {
        this.database = database;
    }

    void open(int count, int partitions) {
        database.execute(text("open-clocks.sql").formatted(count));
        // every confirmation of today has been seen: the sweep may judge
        database.execute("""
                insert into watermark (partition_number, through, advanced_at)
                select n, now() + interval '2 days', now() from generate_series(0, %d) as n
                on conflict (partition_number) do update set through = excluded.through""".formatted(partitions - 1));
        database.execute("vacuum analyze clock");
    }

    /** The next so many are due in a moment from now, all at the same one. */
    void fallDue(int count, Duration from) {
        first = last + 1;
        last = last + count;
        database.execute(text("fall-due.sql")
                .formatted("now() + interval '%d milliseconds'".formatted(from.toMillis()), first, last));
    }

    /** Waits for the sweep. @return from the start of its first transaction to the end of its last */
    Duration awaitFlagged() {
        long until = database.awaitNone(OVERDUE).toEpochMilli();
        long since = database.number("select extract(epoch from min(breached_at)) * 1000 from clock where "
                + DUE_LAST.formatted(first, last));
        return Duration.ofMillis(until - since);
    }

    /** Waits until the sweep has flagged one of them. */
    void awaitFirstFlag() {
        database.awaitNone("select (count(*) = 0)::int from clock where breached_at is not null and "
                + DUE_LAST.formatted(first, last));
    }

    /** All that are due, by one statement. */
    Duration flagByOneStatement() {
        long began = System.nanoTime();
        database.execute(ONE_STATEMENT);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** No relay serves the copy. */
    void forgetPointers() {
        database.execute("truncate pending");
        database.execute("vacuum clock");
        database.execute("checkpoint");
    }

    /** Lets the server do now what it would do later, so that later nothing but the service makes work. */
    void settle() {
        database.awaitPublished();
        database.execute("vacuum clock");
        database.execute("checkpoint");
    }

    private static String text(String resource) {
        try (InputStream sql = Clocks.class.getResourceAsStream(resource)) {
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
