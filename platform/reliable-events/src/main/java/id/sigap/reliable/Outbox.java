package id.sigap.reliable;

import id.sigap.events.CloudEventHeader;
import id.sigap.journal.Shards;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * What waits to be published, seen over one connection that owns some lanes by advisory locks. When the connection dies PostgreSQL
 * gives the lanes to whoever asks next.
 */
final class Outbox implements AutoCloseable {

    /** First key of the advisory locks; the second is the lane. */
    private static final int LOCK = 0x51_6A_9A;

    private static final String OWN = "select pg_try_advisory_lock(?, ?)";

    // From pointer to pointer through the primary key: what was crossed off since lies behind and is not stepped over
    // again. The sum
    // keeps the lanes out of the search in the index, which would begin at the first lane for them.
    private static final String NEXT = """
            select p.shard, j.subject, j.version, j.id, j.topic, j.type, j.occurred_at, j.payload, j.trace_parent, j.hash
            from pending p join journal j using (subject, version)
            where (p.shard + 0) = any(?) and (p.shard, p.subject, p.version) > (?, ?, ?)
            order by p.shard, p.subject, p.version limit ?""";

    // For each that was sent its row by the key, then the rows by their place: the offset keeps the planner from
    // joining
    // the other way around, which is all pointers times all sent when it believes the queue to be empty.
    private static final String PUBLISHED = """
            delete from pending where ctid = any (array(
                select p.place from unnest(?::smallint[], ?::text[], ?::bigint[]) as sent(shard, subject, version)
                cross join lateral (
                    select ctid as place from pending p
                    where p.shard = sent.shard and p.subject = sent.subject and p.version = sent.version offset 0) p))""";

    /**
     * A pointer that is crossed off and forgotten in a crash is published once more, which receivers are used to: no commit here waits
     * for the disk. And a queue's statistics are always of another time: the keys are the way, however many rows the planner expects.
     */
    private static final String MANNERS = """
            set synchronous_commit = off; set max_parallel_workers_per_gather = 0; set enable_seqscan = off;
            set enable_bitmapscan = off; set enable_sort = off; set enable_hashjoin = off; set enable_mergejoin = off""";

    private static final Pointer START = new Pointer((short) -1, "", 0);

    private final Connection connection;
    private final byte[] source;
    private Pointer position = START;
    private final Set<Integer> owned = new TreeSet<>();

    /** @param connection closed with this, also if this can't be made */
    Outbox(Connection connection, String source) throws SQLException {
        this.connection = connection;
        this.source = bytes(source);
        try {
            execute(MANNERS);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Asks for every lane that nobody owns. */
    void ownFreeLanes() throws SQLException {
        if (owned.size() == Shards.COUNT) {
            return;
        }
        try (PreparedStatement own = connection.prepareStatement(OWN)) {
            for (int shard = 0; shard < Shards.COUNT; shard++) {
                if (!owned.contains(shard)) {
                    own.setInt(1, LOCK);
                    own.setInt(2, shard);
                    try (ResultSet row = own.executeQuery()) {
                        row.next();
                        if (row.getBoolean(1)) {
                            owned.add(shard);
                        }
                    }
                }
            }
        }
    }

    /**
     * What follows the last reading on the owned lanes, in order. Fewer than asked for are the last; after them it begins anew from the
     * oldest, and by then everything read before has to be crossed off. An aggregate's later event is committed after its earlier ones,
     * so none can turn up behind the reading of its successor.
     */
    List<Entry> next(int limit) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        if (owned.isEmpty()) {
            return entries;
        }
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setArray(1, connection.createArrayOf("int2", owned.toArray()));
            next.setShort(2, position.shard());
            next.setString(3, position.subject());
            next.setLong(4, position.version());
            next.setInt(5, limit);
            try (ResultSet row = next.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
        }
        position = entries.size() == limit ? entries.getLast().pointer() : START;
        return entries;
    }

    /** Crosses off just these, whatever has come since. */
    void published(List<Entry> arrived) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(PUBLISHED)) {
            delete.setArray(1, array("int2", arrived, Pointer::shard));
            delete.setArray(2, array("text", arrived, Pointer::subject));
            delete.setArray(3, array("int8", arrived, Pointer::version));
            delete.executeUpdate();
        }
    }

    private Array array(String type, List<Entry> entries, Function<Pointer, Object> column) throws SQLException {
        return connection.createArrayOf(
                type, entries.stream().map(Entry::pointer).map(column).toArray());
    }

    private Entry entry(ResultSet row) throws SQLException {
        Pointer pointer = new Pointer(row.getShort("shard"), row.getString("subject"), row.getLong("version"));
        return new Entry(pointer, record(row));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ProducerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        var record = new ProducerRecord<>(row.getString("topic"), row.getString("subject"), row.getBytes("payload"));
        Headers headers = record.headers();
        add(headers, CloudEventHeader.SPEC_VERSION, "1.0");
        add(headers, CloudEventHeader.ID, row.getObject("id", UUID.class).toString());
        headers.add(CloudEventHeader.SOURCE.key(), source);
        add(headers, CloudEventHeader.TYPE, row.getString("type"));
        add(headers, CloudEventHeader.SUBJECT, row.getString("subject"));
        add(
                headers,
                CloudEventHeader.TIME,
                row.getObject("occurred_at", OffsetDateTime.class).toInstant().toString());
        add(headers, CloudEventHeader.SEQUENCE, Long.toString(row.getLong("version")));
        add(headers, CloudEventHeader.ROW_HASH, HexFormat.of().formatHex(row.getBytes("hash")));
        add(headers, CloudEventHeader.CONTENT_TYPE, "application/json");
        String traceParent = row.getString("trace_parent");
        if (traceParent != null) {
            add(headers, CloudEventHeader.TRACE_PARENT, traceParent);
        }
        return record;
    }

    private static void add(Headers headers, CloudEventHeader header, String value) {
        headers.add(header.key(), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Gives lanes and manners up, so that a pooled connection doesn't take them along; a broken one has lost them already. */
    @Override
    public void close() {
        try (connection) {
            execute("select pg_advisory_unlock_all(); reset all");
        } catch (SQLException _) {
            owned.clear();
        }
    }

    /** Points at an entry of the journal. */
    record Pointer(short shard, String subject, long version) {}

    /** A pointer and the record it stands for. */
    record Entry(Pointer pointer, ProducerRecord<String, byte[]> record) {}
}
