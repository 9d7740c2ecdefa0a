package id.sigap.reliable;

import id.sigap.journal.Draft;
import id.sigap.journal.JournalEntry;
import id.sigap.journal.Shards;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes the journal. Plain JDBC: one statement for any number of entries is what makes a batch cheap. */
final class JournalTable {

    private static final String HEADS = """
            select s.subject, h.version, h.hash
            from unnest(?::text[]) as s(subject)
            cross join lateral (
                select version, hash from journal j where j.subject = s.subject order by version desc limit 1) h""";

    private static final String APPEND = """
            with said as (
                insert into journal (subject, version, id, topic, type, occurred_at, actor, payload, trace_parent, previous_hash, hash)
                select e.subject, e.version, e.id, e.topic, e.type, e.occurred_at, e.actor, e.payload, e.trace_parent, e.previous_hash, e.hash
                from unnest(?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[]::timestamptz[], ?::text[], ?::bytea[], ?::text[], ?::bytea[], ?::bytea[])
                    as e(subject, version, id, topic, type, occurred_at, actor, payload, trace_parent, previous_hash, hash))
            insert into pending (shard, subject, version)
            select * from unnest(?::smallint[], ?::text[], ?::bigint[])""";

    private JournalTable() {}

    static void append(Connection connection, List<Draft> drafts) throws SQLException {
        List<JournalEntry> entries = chain(drafts, heads(connection, drafts));
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            Array subjects = array(connection, "text", entries, JournalEntry::subject);
            Array versions = array(connection, "int8", entries, JournalEntry::version);
            append.setArray(1, subjects);
            append.setArray(2, versions);
            append.setArray(3, array(connection, "uuid", entries, JournalEntry::id));
            append.setArray(4, array(connection, "text", entries, JournalEntry::topic));
            append.setArray(5, array(connection, "text", entries, JournalEntry::type));
            append.setArray(
                    6, array(connection, "text", entries, e -> e.occurredAt().toString()));
            append.setArray(7, array(connection, "text", entries, JournalEntry::actor));
            append.setArray(8, bytes(connection, entries, JournalEntry::payload));
            append.setArray(
                    9, array(connection, "text", entries, e -> e.traceParent().orElse(null)));
            append.setArray(10, bytes(connection, entries, e -> e.previousHash().orElse(null)));
            append.setArray(11, bytes(connection, entries, JournalEntry::hash));
            append.setArray(12, array(connection, "int2", entries, e -> Shards.of(e.subject())));
            append.setArray(13, subjects);
            append.setArray(14, versions);
            append.executeUpdate();
        }
    }

    private record Head(long version, byte[] hash) {
        private static final Head NONE = new Head(0, null);
    }

    private static Map<String, Head> heads(Connection connection, List<Draft> drafts) throws SQLException {
        Object[] subjects = drafts.stream().map(Draft::subject).distinct().toArray();
        try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
            statement.setArray(1, connection.createArrayOf("text", subjects));
            Map<String, Head> heads = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    heads.put(row.getString(1), new Head(row.getLong(2), row.getBytes(3)));
                }
            }
            return heads;
        }
    }

    private static List<JournalEntry> chain(List<Draft> drafts, Map<String, Head> heads) {
        List<JournalEntry> entries = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            Head head = heads.getOrDefault(draft.subject(), Head.NONE);
            JournalEntry entry = next(draft, head);
            heads.put(draft.subject(), new Head(entry.version(), entry.hash()));
            entries.add(entry);
        }
        return entries;
    }

    private static JournalEntry next(Draft draft, Head head) {
        return JournalEntry.of(draft, head.version() + 1, Optional.ofNullable(head.hash()));
    }

    private static Array array(
            Connection connection, String type, List<JournalEntry> entries, Function<JournalEntry, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(value).toArray());
    }

    private static Array bytes(Connection connection, List<JournalEntry> entries, Function<JournalEntry, byte[]> value)
            throws SQLException {
        return connection.createArrayOf("bytea", entries.stream().map(value).toArray(byte[][]::new));
    }
}
