package id.sigap.reliable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.events.Topic;
import id.sigap.events.platform.RecordDeadLettered;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The shelf of records set aside: dead letters, and events that wait for an earlier version. Nothing that arrived is thrown away. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A letter must fit into a record itself, or it would stop the relay; a larger value stays on the shelf alone, in bytes. */
    private static final int LONGEST_TOLD = 256 * 1024;

    /** Of a key, a reason or a header, in characters. */
    private static final int LONGEST_TEXT = 1024;

    private static final int MOST_HEADERS = 32;

    private static final String PUT = """
            insert into set_aside (id, topic, record_partition, record_offset, subject, version, headers, value, appended_at, state, reason)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            on conflict (topic, record_partition, record_offset, value_digest)
            do update set state = excluded.state, reason = excluded.reason
            where set_aside.state = 'WAITING' and excluded.state = 'DEAD'""";

    private static final String WHAT_MAY_GO_ON = """
            select s.topic, s.record_partition, s.record_offset, s.subject, s.headers, s.value, s.appended_at
            from set_aside s join inbox_position p on p.topic = s.topic and p.subject = s.subject
            where s.topic = ? and s.state = 'WAITING' and s.version <= p.version + 1
            order by s.subject, s.version limit 100""";

    private static final String TAKE =
            "delete from set_aside where topic = ? and record_partition = ? and record_offset = ? and state = 'WAITING'";

    private final DataSource database;
    private final Journal journal;
    private final Clock clock;
    private final String consumer;

    DeadLetters(
            DataSource database,
            Journal journal,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.consumer = consumer;
    }

    /** Sets a record aside for good, and tells {@code <topic>.dead-letters}. A record that is there already is not told twice. */
    void add(RawRecord record, Long version, String reason) {
        UUID id = Ids.next();
        try (Connection connection = database.getConnection()) {
            if (put(connection, id, record, version, "DEAD", reason)) {
                LOG.errorf(
                        "dead letter id=%s topic=%s partition=%d offset=%d key=%s reason=%s",
                        id, record.topic(), record.partition(), record.offset(), record.key(), oneLine(reason));
                journal.append(Topic.deadLettersOf(record.topic()), letter(id, record, reason));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Lets an event wait for an earlier version of its aggregate. */
    void shelve(Connection connection, Incoming.Readable record) throws SQLException {
        long version = record.metadata().sequence().orElseThrow();
        put(connection, Ids.next(), record.raw(), version, "WAITING", "an earlier version is missing");
        LOG.warnf(
                "waits for an earlier version topic=%s subject=%s version=%d",
                record.raw().topic(), record.metadata().subject(), version);
    }

    List<RawRecord> whatMayGoOn(String topic) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WHAT_MAY_GO_ON)) {
            select.setString(1, topic);
            List<RawRecord> due = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(record(row));
                }
            }
            return due;
        } catch (SQLException e) {
            // the next batch looks again
            LOG.warnf("could not look for waiting events: %s", e.getMessage());
            return List.of();
        }
    }

    void takeFromShelf(RawRecord record) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(TAKE)) {
            delete.setString(1, record.topic());
            delete.setInt(2, record.partition());
            delete.setLong(3, record.offset());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static boolean put(
            Connection connection, UUID id, RawRecord record, Long version, String state, String reason)
            throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(1, id);
            put.setString(2, record.topic());
            put.setInt(3, record.partition());
            put.setLong(4, record.offset());
            put.setString(5, record.key());
            put.setObject(6, version, Types.BIGINT);
            put.setString(7, json(record.headers()));
            put.setBytes(8, record.value());
            put.setObject(9, record.appendedAt().atOffset(ZoneOffset.UTC));
            put.setString(10, state);
            put.setString(11, reason);
            return put.executeUpdate() == 1;
        }
    }

    private RecordDeadLettered letter(UUID id, RawRecord record, String reason) {
        return new RecordDeadLettered(
                id,
                consumer,
                record.topic(),
                record.partition(),
                record.offset(),
                Optional.ofNullable(record.key()).map(DeadLetters::bounded),
                bounded(texts(record.headers())),
                Optional.ofNullable(record.value())
                        .filter(value -> value.length <= LONGEST_TOLD)
                        .map(Base64.getEncoder()::encodeToString),
                bounded(reason),
                clock.instant());
    }

    private static Map<String, String> bounded(Map<String, String> headers) {
        Map<String, String> fewer = new LinkedHashMap<>();
        headers.entrySet().stream()
                .limit(MOST_HEADERS)
                .forEach(header -> fewer.put(bounded(header.getKey()), bounded(header.getValue())));
        return fewer;
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    private static RawRecord record(ResultSet row) throws SQLException {
        Instant appendedAt = row.getObject("appended_at", OffsetDateTime.class).toInstant();
        return new RawRecord(
                row.getString("topic"),
                row.getInt("record_partition"),
                row.getLong("record_offset"),
                row.getString("subject"),
                row.getBytes("value"),
                headers(row.getString("headers")),
                appendedAt);
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : headers) {
            // PostgreSQL's jsonb has no NUL
            texts.put(
                    header.key().replace('\u0000', '\uFFFD'),
                    header.value() == null
                            ? ""
                            : new String(header.value(), StandardCharsets.UTF_8).replace('\u0000', '\uFFFD'));
        }
        return texts;
    }

    private static String json(Headers headers) {
        try {
            return JSON.writeValueAsString(texts(headers));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    private static Headers headers(String json) {
        try {
            var headers = new RecordHeaders();
            JSON.readValue(json, new TypeReference<Map<String, String>>() {})
                    .forEach((key, value) -> headers.add(key, value.getBytes(StandardCharsets.UTF_8)));
            return headers;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the shelf's headers were written by this class", e);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
