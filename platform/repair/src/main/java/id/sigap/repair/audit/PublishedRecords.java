package id.sigap.repair.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Kafka's copy of the journals, kept without limit and by somebody else: it shows a chain that was written anew from some entry to its
 * end, and an end that is missing. A record that differs accuses the journal only if no other record of the same entry agrees with it:
 * a stranger's record is no evidence against what was published too.
 */
final class PublishedRecords {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 1_000;
    private static final int ACCUSED = 10_000;
    private static final String DEAD_LETTERS = ".dead-letters";

    private static final String DIFFERING = """
            select k.number, j.id is null as absent
            from unnest(?::text[], ?::bigint[], ?::uuid[], ?::bytea[]) with ordinality as k (subject, version, id, digest, number)
            left join journal j on j.subject = k.subject and j.version = k.version
            where j.id is null or j.id <> k.id or sha256(j.payload) <> k.digest""";

    private final Map<String, Object> kafka;
    private final Map<String, Connection> journals;
    private final Map<String, String> authors;

    PublishedRecords(Map<String, Object> kafka, Map<String, Connection> journals, Map<String, String> authors) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.kafka.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.journals = journals;
        this.authors = authors;
    }

    /** @return how many records were compared */
    long compare(Findings findings, Progress progress) throws SQLException {
        // in order; and whether it is absent from the journal
        Map<PublishedEvent.Key, Boolean> accused = new TreeMap<>(PublishedEvent.Key.ORDER);
        long compared = readAll(progress, events -> {
            differing(events).forEach((event, absent) -> {
                if (accused.size() < ACCUSED) {
                    accused.put(event.key(), absent);
                }
            });
            return events.size();
        });
        if (accused.containsValue(false)) {
            readAll((_, _, _) -> {}, events -> {
                List<PublishedEvent> suspects = events.stream()
                        .filter(event -> accused.containsKey(event.key()))
                        .toList();
                Set<PublishedEvent> others = differing(suspects).keySet();
                suspects.stream()
                        .filter(event -> !others.contains(event))
                        .forEach(event -> accused.remove(event.key()));
                return 0;
            });
        }
        for (Map.Entry<PublishedEvent.Key, Boolean> one : accused.entrySet()) {
            findings.add(one.getKey().finding(one.getValue()));
        }
        return compared;
    }

    /** What is done with some events. */
    @FunctionalInterface
    private interface Step {
        int with(List<PublishedEvent> events) throws SQLException;
    }

    private long readAll(Progress progress, Step step) throws SQLException {
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics(PATIENCE).entrySet().stream()
                    .filter(topic -> authors.containsKey(topic.getKey())
                            || topic.getKey().endsWith(DEAD_LETTERS))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            long about = ends.entrySet().stream()
                    .mapToLong(end -> end.getValue() - starts.get(end.getKey()))
                    .sum();
            List<PublishedEvent> events = new ArrayList<>();
            long compared = 0;
            long read = 0;
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    PublishedEvent.of(record, authors).ifPresent(events::add);
                    read++;
                    if (events.size() == AT_ONCE) {
                        compared += step.with(events);
                        events.clear();
                    }
                }
                progress.at("what Kafka carries", read, about);
            }
            return compared + step.with(events);
        }
    }

    private Map<PublishedEvent, Boolean> differing(List<PublishedEvent> events) throws SQLException {
        Map<PublishedEvent, Boolean> differing = new HashMap<>();
        for (String author :
                new HashSet<>(events.stream().map(PublishedEvent::author).toList())) {
            List<PublishedEvent> its = events.stream()
                    .filter(event -> event.author().equals(author))
                    .toList();
            Connection journal = journals.get(author);
            try (PreparedStatement select = journal.prepareStatement(DIFFERING)) {
                select.setArray(1, journal.createArrayOf("text", column(its, PublishedEvent::subject)));
                select.setArray(2, journal.createArrayOf("int8", column(its, PublishedEvent::version)));
                select.setArray(3, journal.createArrayOf("uuid", column(its, PublishedEvent::id)));
                select.setArray(
                        4,
                        journal.createArrayOf(
                                "bytea",
                                its.stream().map(PublishedEvent::digest).toArray(byte[][]::new)));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        differing.put(its.get(row.getInt("number") - 1), row.getBoolean("absent"));
                    }
                }
            }
        }
        return differing;
    }

    private static Object[] column(List<PublishedEvent> events, Function<PublishedEvent, Object> value) {
        return events.stream().map(value).toArray();
    }
}
