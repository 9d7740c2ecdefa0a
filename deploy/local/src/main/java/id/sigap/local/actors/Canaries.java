package id.sigap.local.actors;

import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks for a reporter's data where they must not be: on every topic, in every database, in every log. Finds bytes, not fields. */
public final class Canaries {

    private final Stack stack;
    private final List<String> secrets;

    /** @param secrets texts that a reporter gave: each in UTF-8 as it was given */
    public Canaries(Stack stack, List<String> secrets) {
        this.stack = stack;
        this.secrets = secrets;
    }

    /** @return a line for each find: where, and which canary by its number, never the text */
    public List<String> onKafka() {
        Map<String, Object> settings = new HashMap<>(stack.kafkaClient("admin"));
        settings.put("enable.auto.commit", "false");
        List<String> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long seen = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    seen++;
                    look(record.topic() + "@" + record.offset() + " key", record.key(), found);
                    look(record.topic() + "@" + record.offset() + " value", record.value(), found);
                    record.headers()
                            .forEach(header -> look(record.topic() + " header " + header.key(), header.value(), found));
                }
            }
            Waiting.that(seen > 0, "there was nothing on Kafka to look at");
        }
        return found;
    }

    /** Every row of every table, as text, bytes included; the vault's too, where all must be sealed. */
    public List<String> inDatabase(Service service) {
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl(service.database()), Stack.DATABASE_SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet row = statement.executeQuery("select t::text from \"" + table + "\" t")) {
                    while (row.next()) {
                        look(service.database() + "." + table, unhex(row.getString(1)), found);
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(service.database() + ": " + e.getMessage(), e);
        }
        return found;
    }

    public List<String> inLogs() {
        List<String> found = new ArrayList<>();
        for (Service service : Service.values()) {
            for (Replica replica : stack.replicas(service)) {
                try {
                    look("log of " + replica, Files.readAllBytes(stack.log(replica)), found);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return found;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** PostgreSQL shows bytes as \x…: looked at both ways. */
    private static byte[] unhex(String row) {
        var matcher = Pattern.compile("\\\\\\\\?x((?:[0-9a-f]{2})+)").matcher(row);
        var bytes = new StringBuilder(row);
        while (matcher.find()) {
            bytes.append('\n').append(new String(HexFormat.of().parseHex(matcher.group(1)), StandardCharsets.UTF_8));
        }
        return bytes.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void look(String where, byte[] bytes, List<String> found) {
        if (bytes == null) {
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (int i = 0; i < secrets.size(); i++) {
            if (text.contains(secrets.get(i))) {
                found.add(where + ": canary " + (i + 1));
            }
        }
    }
}
