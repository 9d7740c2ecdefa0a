package id.sigap.bench.ledger;

import id.sigap.events.TicketId;
import id.sigap.journal.Shards;
import id.sigap.reliable.DatabaseFailure;
import id.sigap.reliable.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A journal full of events, and pointers to them put back as a replay does: all of them wait from one commit on. */
@ApplicationScoped
class Backlog {

    private static final int VERSIONS = 10;
    private static final int SUBJECTS_IN_A_TRANSACTION = 50;
    private static final int POINTERS_IN_A_STATEMENT = 20_000;

    private static final String POINT =
            "insert into pending (shard, subject, version) select * from unnest(?::smallint[], ?::text[], ?::bigint[])";

    private final DataSource database;
    private final Entries entries;
    private final List<String> subjects = new ArrayList<>();

    Backlog(DataSource database, Entries entries) {
        this.database = database;
        this.entries = entries;
    }

    /** Writes so many events that the relay publishes at once, ten of each subject. */
    synchronized void fill(int events) {
        while (subjects.size() * VERSIONS < events) {
            QuarkusTransaction.requiringNew().run(() -> {
                List<TicketId> some = new ArrayList<>();
                for (int i = 0; i < SUBJECTS_IN_A_TRANSACTION; i++) {
                    some.add(new TicketId(Ids.next()));
                }
                for (int version = 0; version < VERSIONS; version++) {
                    some.forEach(entries::say);
                }
                some.forEach(subject -> subjects.add(subject.toString()));
            });
        }
    }

    /** Points at so many of them again, and at one new event, whose commit wakes the relay. @return when that was committed */
    synchronized Instant putBack(int events) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(600));
        int toGo = events / VERSIONS;
        for (int from = 0; from < toGo; from += POINTERS_IN_A_STATEMENT / VERSIONS) {
            point(subjects.subList(from, Math.min(toGo, from + POINTERS_IN_A_STATEMENT / VERSIONS)));
        }
        entries.say(new TicketId(Ids.next()));
        QuarkusTransaction.commit();
        return Instant.now();
    }

    private void point(List<String> some) {
        List<Short> shards = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        for (String subject : some) {
            for (long version = 1; version <= VERSIONS; version++) {
                shards.add(Shards.of(subject));
                keys.add(subject);
                versions.add(version);
            }
        }
        try (Connection connection = database.getConnection();
                PreparedStatement point = connection.prepareStatement(POINT)) {
            point.setArray(1, connection.createArrayOf("int2", shards.toArray()));
            point.setArray(2, connection.createArrayOf("text", keys.toArray()));
            point.setArray(3, connection.createArrayOf("int8", versions.toArray()));
            point.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
