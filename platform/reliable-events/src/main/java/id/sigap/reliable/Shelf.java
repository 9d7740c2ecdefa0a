package id.sigap.reliable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Records set aside, seen over one connection: dead letters, and events whose turn has not come. Nothing that arrived is thrown away.
 * <pre>
 * (comes too early) ──▶ WAITING ◀──replay── DEAD ◀── (can't be handled)
 *                        │    └─fails again──▶ │
 *                     handled               dropped
 *                        ▼                     ▼
 *                 off the shelf; {@code settled} remembers it if it ever was dead
 * </pre>
 * Replaying and dropping are a person's: the repair tool writes them into the same tables.
 */
final class Shelf {

    private static final String PUT = """
            insert into set_aside (id, topic, record_partition, record_offset, subject, whole_key, version, event_id, headers, value, appended_at, state, reason, tries)
            select ?, r.topic, ?, ?, ?, ?, ?, ?, ?::jsonb, r.value, coalesce(?, transaction_timestamp()), r.state, ?, case r.state when 'DEAD' then 1 else 0 end
            from (values (?::text, ?::text, ?::bytea, ?::text)) as r (topic, identity, value, state)
            where not exists (
                select from settled t
                where t.topic = r.topic and t.identity = r.identity and t.value_digest = sha256(coalesce(r.value, ''::bytea)))
            on conflict (topic, identity, value_digest)
            do update set state = excluded.state, reason = excluded.reason, tries = set_aside.tries + 1, set_aside_at = transaction_timestamp()
            where set_aside.state = 'WAITING' and excluded.state = 'DEAD'
            returning id""";

    private static final String TOPICS = "select distinct topic from set_aside where state = 'WAITING'";

    private static final String DUE = """
            select s.id, s.topic, s.record_partition, s.record_offset, coalesce(s.whole_key, s.subject) as record_key, s.headers, s.value, s.appended_at
            from set_aside s left join inbox_position p on p.topic = s.topic and p.subject = s.subject
            where s.topic = ? and s.state = 'WAITING' and (s.version is null or s.version <= coalesce(p.version, 0) + 1)
            order by s.subject, s.version, s.appended_at, s.record_partition, s.record_offset limit 100""";

    private static final String HOLD =
            "select from set_aside where id = ? and state = 'WAITING' for update skip locked";

    // Only what was handled: of an aggregate, what its position has passed.
    private static final String SETTLE = """
            with handled as (
                delete from set_aside s where s.id = ? and (s.version is null or exists (
                    select from inbox_position p where p.topic = s.topic and p.subject = s.subject and p.version >= s.version))
                returning *)
            insert into settled (topic, identity, value_digest, dead_letter, subject, version, outcome, reason)
            select topic, identity, value_digest, id, subject, version, 'HANDLED', reason from handled where tries > 0
            on conflict do nothing""";

    private static final String BURY_AGAIN = """
            update set_aside set state = 'DEAD', reason = ?, tries = tries + 1, set_aside_at = transaction_timestamp()
            where id = ? and state = 'WAITING'""";

    private static final String KNOWN = """
            with r as (
                select topic, partition::text || ':' || place::text as identity, digest, number
                from unnest(?::text[], ?::int[], ?::bigint[], ?::bytea[]) with ordinality as r (topic, partition, place, digest, number))
            select r.number from r join set_aside s on (s.topic, s.identity, s.value_digest) = (r.topic, r.identity, r.digest)
            union select r.number from r join settled t on (t.topic, t.identity, t.value_digest) = (r.topic, r.identity, r.digest)""";

    private final Connection connection;

    Shelf(Connection connection) {
        this.connection = connection;
    }

    /** A record on the shelf. */
    record Shelved(UUID id, RawRecord record) {}

    /** Sets a record aside as dead. @return its name, if that is news: not if a copy is on the shelf as dead, or was settled */
    Optional<UUID> bury(RawRecord record, Optional<Place> place, String reason) throws SQLException {
        return put(record, place, "DEAD", reason);
    }

    /** Lets an event wait for an earlier version of its aggregate. */
    void park(RawRecord record, Place place) throws SQLException {
        put(record, Optional.of(place), "WAITING", "an earlier version is missing");
    }

    /** Topics that something waits for. */
    Set<String> topics() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOPICS);
                ResultSet row = select.executeQuery()) {
            Set<String> topics = new HashSet<>();
            while (row.next()) {
                topics.add(row.getString(1));
            }
            return topics;
        }
    }

    /** What waits and may go on, of each aggregate in order. */
    List<Shelved> due(String topic) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setString(1, topic);
            List<Shelved> due = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(new Shelved(row.getObject("id", UUID.class), record(row)));
                }
            }
            return due;
        }
    }

    /** Takes hold of a waiting record until the transaction ends. False if another replica has, or it waits no more. */
    boolean hold(Shelved waiting) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(HOLD)) {
            lock.setObject(1, waiting.id());
            try (ResultSet row = lock.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Takes a record off the shelf, in the transaction that handled it. */
    void settle(Shelved handled) throws SQLException {
        try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            settle.setObject(1, handled.id());
            settle.executeUpdate();
        }
    }

    /** A record that waited could not be handled. False if somebody else was faster. */
    boolean buryAgain(Shelved waiting, String reason) throws SQLException {
        try (PreparedStatement bury = connection.prepareStatement(BURY_AGAIN)) {
            bury.setString(1, ShelvedHeaders.withoutNul(reason));
            bury.setObject(2, waiting.id());
            return bury.executeUpdate() == 1;
        }
    }

    /** Those of a stranger's records that neither lie on the shelf nor ever did: by place and bytes, as nothing else identifies them. */
    List<RawRecord> neverShelved(List<RawRecord> records) throws SQLException {
        Set<Integer> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, array("text", records, RawRecord::topic));
            select.setArray(2, array("int4", records, RawRecord::partition));
            select.setArray(3, array("int8", records, RawRecord::offset));
            select.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea",
                            records.stream()
                                    .map(record -> digest(record.value()))
                                    .toArray(byte[][]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getInt(1) - 1);
                }
            }
        }
        List<RawRecord> others = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            if (!known.contains(i)) {
                others.add(records.get(i));
            }
        }
        return others;
    }

    private Optional<UUID> put(RawRecord record, Optional<Place> place, String state, String reason)
            throws SQLException {
        Optional<ShelvedKey> key = Optional.ofNullable(record.key()).map(ShelvedKey::of);
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(1, Ids.next());
            put.setInt(2, record.partition());
            put.setLong(3, record.offset());
            put.setString(4, key.map(ShelvedKey::subject).orElse(null));
            put.setString(5, key.flatMap(ShelvedKey::whole).orElse(null));
            put.setObject(6, place.map(Place::version).orElse(null), Types.BIGINT);
            put.setObject(7, place.map(Place::event).orElse(null), Types.OTHER);
            put.setString(8, ShelvedHeaders.write(record.headers()));
            put.setObject(
                    9,
                    record.appendedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                    Types.TIMESTAMP_WITH_TIMEZONE);
            put.setString(10, ShelvedHeaders.withoutNul(reason));
            put.setString(11, record.topic());
            put.setString(12, identity(record, place));
            put.setBytes(13, record.value());
            put.setString(14, state);
            try (ResultSet row = put.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private static String identity(RawRecord record, Optional<Place> place) {
        return place.map(known -> known.event().toString()).orElse(record.partition() + ":" + record.offset());
    }

    private static RawRecord record(ResultSet row) throws SQLException {
        return new RawRecord(
                row.getString("topic"),
                row.getInt("record_partition"),
                row.getLong("record_offset"),
                Optional.empty(),
                row.getString("record_key"),
                row.getBytes("value"),
                ShelvedHeaders.read(row.getString("headers")),
                Optional.of(row.getObject("appended_at", OffsetDateTime.class).toInstant()));
    }

    private Array array(String type, List<RawRecord> records, Function<RawRecord, Object> value) throws SQLException {
        return connection.createArrayOf(type, records.stream().map(value).toArray());
    }

    static byte[] digest(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value == null ? new byte[0] : value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
