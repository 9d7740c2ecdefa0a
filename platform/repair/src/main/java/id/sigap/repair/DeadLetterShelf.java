package id.sigap.repair;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** One service's dead letters, over a connection to its database. */
public final class DeadLetterShelf {

    /** A stranger's header may have a name of any length. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build());

    // What waits only for an earlier version (tries = 0) never died.
    private static final String CHOSEN =
            "s.tries > 0 and s.id = coalesce(?::uuid, s.id) and s.topic = coalesce(?::text, s.topic)";

    private static final String LIST = """
            select s.id, s.topic, s.record_partition, s.record_offset, s.subject, s.version, s.headers, octet_length(s.value) as length,
                encode(s.value_digest, 'hex') as digest, s.state, s.reason, s.tries, s.appended_at, s.set_aside_at,
                (select count(*) from set_aside w
                    where w.topic = s.topic and w.subject = s.subject and w.version > s.version and w.state = 'WAITING') as behind
            from set_aside s where %s order by s.topic, s.subject, s.version, s.appended_at, s.id limit ?""".formatted(CHOSEN);

    private static final String COUNT = """
            select s.topic, s.state, s.reason, count(*), min(s.set_aside_at) as oldest
            from set_aside s where %s group by s.topic, s.state, s.reason order by s.topic, count(*) desc, s.reason""".formatted(CHOSEN);

    private static final String VALUE = "select value from set_aside where id = ?";

    private static final String REPLAY =
            "update set_aside s set state = 'WAITING' where s.state = 'DEAD' and %s returning s.id".formatted(CHOSEN);

    private static final String FATE = """
            select case when s.state = 'DEAD' then 'DEAD' when s.id is not null then 'WAITING' else t.outcome end as fate,
                coalesce(s.reason, t.reason) as reason, s.tries,
                s.version, coalesce(p.version, 0) + 1 as next
            from (select ?::uuid as id) asked
            left join set_aside s on s.id = asked.id
            left join inbox_position p on p.topic = s.topic and p.subject = s.subject
            left join settled t on s.id is null and t.dead_letter = asked.id""";

    private final Connection connection;

    public DeadLetterShelf(Connection connection) {
        this.connection = connection;
    }

    /**
     * How many died of the same thing.
     *
     * @param oldest when the first of them did
     */
    public record Count(String topic, DeadLetter.State state, String reason, long count, Instant oldest) {}

    /** What became of a dead letter that was replayed. */
    public sealed interface Fate {

        /** Handled. */
        record Handled() implements Fate {}

        /** Not tried yet: the service hasn't got to it, or an earlier version of its aggregate is missing. */
        record Waiting(OptionalLong missingVersion) implements Fate {}

        /** Dead, again or still. */
        record Dead(String reason, int tries) implements Fate {}

        /** Dropped by somebody. */
        record Dropped() implements Fate {}

        /** No dead letter of that id was ever here. */
        record Unknown() implements Fate {}
    }

    public List<Count> counts(Selection selection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            choose(select, selection);
            List<Count> counts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.add(new Count(
                            row.getString("topic"),
                            state(row.getString("state")),
                            row.getString("reason"),
                            row.getLong("count"),
                            instant(row, "oldest")));
                }
            }
            return counts;
        }
    }

    /** By topic, of each aggregate in order. */
    public List<DeadLetter> list(Selection selection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIST)) {
            choose(select, selection);
            select.setInt(3, limit);
            List<DeadLetter> letters = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    letters.add(letter(row));
                }
            }
            return letters;
        }
    }

    public Optional<DeadLetter> find(UUID id) throws SQLException {
        return list(Selection.of(id), 1).stream().findFirst();
    }

    /** The record's bytes; empty for a tombstone, or if there is no such dead letter. */
    public Optional<byte[]> value(UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(VALUE)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    /**
     * Asks the service to try them again: it does so within about a second if it runs, else once it does. What waits behind one goes on after it.
     *
     * @return which ones
     */
    public List<UUID> replay(Selection selection) throws SQLException {
        return Transaction.over(connection, () -> {
            try (PreparedStatement update = connection.prepareStatement(REPLAY)) {
                choose(update, selection);
                List<UUID> replayed = new ArrayList<>();
                try (ResultSet row = update.executeQuery()) {
                    while (row.next()) {
                        replayed.add(row.getObject(1, UUID.class));
                    }
                }
                return replayed;
            }
        });
    }

    public Fate fate(UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FATE)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return switch (row.getString("fate")) {
                    case "DEAD" -> new Fate.Dead(row.getString("reason"), row.getInt("tries"));
                    case "WAITING" -> new Fate.Waiting(missing(optionalLong(row, "version"), row.getLong("next")));
                    case "HANDLED" -> new Fate.Handled();
                    case "DROPPED" -> new Fate.Dropped();
                    case null, default -> new Fate.Unknown();
                };
            }
        }
    }

    private static OptionalLong missing(OptionalLong version, long next) {
        return version.isPresent() && version.getAsLong() > next ? OptionalLong.of(next) : OptionalLong.empty();
    }

    static void choose(PreparedStatement statement, Selection selection) throws SQLException {
        statement.setObject(1, selection.id().orElse(null), Types.OTHER);
        statement.setString(2, selection.topic().orElse(null));
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getInt("record_partition"),
                row.getLong("record_offset"),
                Optional.ofNullable(row.getString("subject")),
                optionalLong(row, "version"),
                headers(row.getString("headers")),
                optionalLong(row, "length"),
                row.getString("digest"),
                state(row.getString("state")),
                row.getString("reason"),
                row.getInt("tries"),
                instant(row, "appended_at"),
                instant(row, "set_aside_at"),
                row.getLong("behind"));
    }

    private static DeadLetter.State state(String state) {
        return state.equals("DEAD") ? DeadLetter.State.DEAD : DeadLetter.State.REPLAYING;
    }

    private static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the shelf keeps headers as JSON", e);
        }
    }
}
