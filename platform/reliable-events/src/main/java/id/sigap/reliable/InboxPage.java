package id.sigap.reliable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the inbox knows of one batch, read and written in one go: which ids are new, how far each aggregate has been followed. */
final class InboxPage {

    enum Verdict {
        /** Handle it. */
        NEXT,
        /** Handled before, or older than what was handled. */
        SEEN,
        /** An earlier version is missing. */
        TOO_EARLY
    }

    private static final String POSITIONS =
            "select subject, version from inbox_position where topic = ? and subject = any(?) order by subject for update";

    private static final String KNOWN_IDS = "select event_id from inbox where event_id = any(?)";

    // An event that died here and has come again, from another place and whole, is a dead letter no more.
    private static final String REMEMBER = """
            with heard as (
                insert into inbox (event_id) select unnest(?::uuid[]) on conflict do nothing returning event_id),
            moved as (
                insert into inbox_position (topic, subject, version) select ?, * from unnest(?::text[], ?::bigint[])
                on conflict (topic, subject) do update set version = excluded.version),
            risen as (
                delete from set_aside s using heard h where s.event_id = h.event_id and s.state = 'DEAD' returning s.*),
            settlement as (
                insert into settled (topic, identity, value_digest, dead_letter, subject, version, outcome, reason)
                select topic, identity, value_digest, id, subject, version, 'HANDLED', reason from risen on conflict do nothing)
            select count(*) from heard""";

    private final String topic;
    private final Map<String, Long> positions;
    private final Set<UUID> known;
    private final Set<UUID> handled = new HashSet<>();
    private final Map<String, Long> moved = new HashMap<>();

    private InboxPage(String topic, Map<String, Long> positions, Set<UUID> known) {
        this.topic = topic;
        this.positions = positions;
        this.known = known;
    }

    static InboxPage open(Connection connection, List<Incoming.Readable> batch) throws SQLException {
        List<Incoming.Readable> ordered =
                batch.stream().filter(r -> r.metadata().sequence().isPresent()).toList();
        if (ordered.isEmpty()) {
            return new InboxPage("", Map.of(), Set.of());
        }
        String topic = ordered.getFirst().raw().topic();
        return new InboxPage(topic, positions(connection, topic, ordered), known(connection, ordered));
    }

    Verdict verdict(Incoming.Readable record) {
        if (record.metadata().sequence().isEmpty()) {
            return Verdict.NEXT;
        }
        long version = record.metadata().sequence().getAsLong();
        String subject = record.metadata().subject();
        long position = positions.getOrDefault(subject, 0L);
        if (version <= position || known.contains(record.id()) || handled.contains(record.id())) {
            return Verdict.SEEN;
        }
        if (version > position + 1) {
            return Verdict.TOO_EARLY;
        }
        positions.put(subject, version);
        moved.put(subject, version);
        handled.add(record.id());
        return Verdict.NEXT;
    }

    /** Writes down what was handled, in the same transaction. */
    void close(Connection connection) throws SQLException {
        if (handled.isEmpty()) {
            return;
        }
        try (PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            remember.setArray(1, connection.createArrayOf("uuid", handled.toArray()));
            remember.setString(2, topic);
            remember.setArray(3, connection.createArrayOf("text", moved.keySet().toArray()));
            remember.setArray(4, connection.createArrayOf("int8", moved.values().toArray()));
            try (ResultSet row = remember.executeQuery()) {
                row.next();
                if (row.getInt(1) != handled.size()) {
                    throw new SQLException("another replica handled an event of this batch", "40001");
                }
            }
        }
    }

    private static Map<String, Long> positions(Connection connection, String topic, List<Incoming.Readable> batch)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(POSITIONS)) {
            select.setString(1, topic);
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            batch.stream()
                                    .map(r -> r.metadata().subject())
                                    .distinct()
                                    .toArray()));
            Map<String, Long> positions = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.put(row.getString(1), row.getLong(2));
                }
            }
            return positions;
        }
    }

    private static Set<UUID> known(Connection connection, List<Incoming.Readable> batch) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN_IDS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", batch.stream().map(Incoming.Readable::id).toArray()));
            Set<UUID> known = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getObject(1, UUID.class));
                }
            }
            return known;
        }
    }
}
