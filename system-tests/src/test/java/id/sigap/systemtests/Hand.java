package id.sigap.systemtests;

import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody with all rights and no scruples. */
final class Hand implements AutoCloseable {

    private final Stack stack;
    private final Snapshot seen;
    private final KafkaProducer<String, byte[]> producer;

    Hand(Stack stack, Snapshot seen) {
        this.stack = stack;
        this.seen = seen;
        this.producer = new KafkaProducer<>(
                new HashMap<>(stack.kafkaClient("admin")), new StringSerializer(), new ByteArraySerializer());
    }

    Row row(Service service, String table, int index) {
        return seen.table(service, table).get(index);
    }

    String report(String state, int index) {
        return rows(Service.INTAKE, "report", "state", state).get(index).text("id");
    }

    Row ticket(String state, int index) {
        return rows(Service.TICKET, "ticket", "state", state).get(index);
    }

    Row startedClock(String state) {
        return rows(Service.SLA, "clock", "state", state).stream()
                .filter(clock -> clock.has("started_at"))
                .findFirst()
                .orElseThrow();
    }

    Row entry(Service service, String type, int index) {
        return rows(service, "journal", "type", type).get(index);
    }

    Row position(Service service, String topic, int index) {
        return rows(service, "inbox_position", "topic", topic).get(index);
    }

    private List<Row> rows(Service service, String table, String column, String value) {
        return seen.table(service, table).stream()
                .filter(row -> row.text(column).equals(value))
                .toList();
    }

    /** A citizen's name. */
    String person() {
        return seen.vault().people().values().iterator().next().name();
    }

    void sql(Service service, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl(service.database()), Stack.DATABASE_SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            // past the foreign keys, too
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql + ": " + e.getMessage(), e);
        }
    }

    /** @return its place */
    String write(String topic, String key, String value) {
        return write(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)));
    }

    private String write(ProducerRecord<String, byte[]> record) {
        try {
            RecordMetadata there = producer.send(record).get();
            return there.topic() + "-" + there.partition() + "@" + there.offset();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** One operator's request on another's topic. */
    String misdelivered() {
        TopicRecord record = seen.topic("operator.telkomsel.requests").getFirst();
        var copy = new ProducerRecord<>("operator.indosat.requests", record.key(), record.value());
        record.headers().forEach((name, value) -> copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return write(copy);
    }

    /** @return the line's log */
    String log(Service service, String line) {
        Path log = seen.logs().entrySet().stream()
                .filter(file -> file.getKey().startsWith(service.id()))
                .min(Comparator.comparing(file -> file.getKey()))
                .orElseThrow()
                .getValue();
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "log " + log.getFileName();
    }

    String withoutBlob(int index) {
        String evidence = row(Service.INTAKE, "evidence", index).text("id");
        try {
            Files.delete(blob(evidence));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return evidence;
    }

    String withAnotherBlob(int index) {
        String evidence = row(Service.INTAKE, "evidence", index).text("id");
        try {
            byte[] bytes = Files.readAllBytes(blob(evidence));
            bytes[bytes.length / 2] ^= 1;
            Files.write(blob(evidence), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return evidence;
    }

    private Path blob(String evidence) {
        return stack.folder().data().resolve("evidence").resolve(evidence);
    }

    @Override
    public void close() {
        producer.close();
    }
}
