package id.sigap.reliable;

import id.sigap.events.CloudEventHeader;
import id.sigap.journal.Shards;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

    private static final String NEXT = """
            select p.shard, j.subject, j.version, j.id, j.topic, j.type, j.occurred_at, j.payload, j.trace_parent
            from pending p join journal j using (subject, version)
            where p.shard = any(?) order by p.shard, p.subject, p.version limit ?""";

    private static final String PUBLISHED = """
            delete from pending p using unnest(?::smallint[], ?::text[], ?::bigint[]) as sent(shard, subject, version)
            where p.shard = sent.shard and p.subject = sent.subject and p.version = sent.version""";

    private final Connection connection;
    private final byte[] source;
    private final Set<Integer> owned = new TreeSet<>();

    Outbox(Connection connection, String source) {
        this.connection = connection;
        this.source = bytes(source);
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

    /** The oldest versions of each aggregate on the owned lanes, in order. */
    List<Entry> next(int limit) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        if (owned.isEmpty()) {
            return entries;
        }
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setArray(1, connection.createArrayOf("int2", owned.toArray()));
            next.setInt(2, limit);
            try (ResultSet row = next.executeQuery()) {
                while (row.next()) {
                    entries.add(new Entry(row.getShort("shard"), row.getLong("version"), record(row)));
                }
            }
        }
        return entries;
    }

    void published(List<Entry> sent) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(PUBLISHED)) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "int2", sent.stream().map(Entry::shard).toArray()));
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "text", sent.stream().map(e -> e.record().key()).toArray()));
            delete.setArray(
                    3,
                    connection.createArrayOf(
                            "int8", sent.stream().map(Entry::version).toArray()));
            delete.executeUpdate();
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

    /** Gives the lanes up, so that a pooled connection doesn't take them along; a broken one has lost them already. */
    @Override
    public void close() {
        try (connection;
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException _) {
            owned.clear();
        }
    }

    /** One pointer and the record it stands for. */
    record Entry(short shard, long version, ProducerRecord<String, byte[]> record) {}
}
