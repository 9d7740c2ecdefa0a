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
 * a stranger's record is no evidence against what was published too. And it shows what was written into a journal behind its service's back: that
 * is neither on Kafka nor waiting for it.
 */
final class PublishedRecords {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 1_000;
    private static final int ACCUSED = 10_000;
    private static final String DEAD_LETTERS = ".dead-letters";

    private static final String DIFFERING = """
            select k.number, j.id is null as absent
            from unnest(?::text[], ?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[]) with ordinality
                as k (subject, version, id, digest, row_hash, number)
            left join journal j on j.subject = k.subject and j.version = k.version
            where j.id is null or j.id <> k.id or sha256(j.payload) <> k.digest or j.hash <> k.row_hash""";

    private static final String DROPPED =
            "select exists (select from settled where outcome = 'DROPPED' and topic = ? and subject = ? and version = ?)";

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
    long compare(Findings findings, SignedStatements statements, Progress progress) throws SQLException {
        // in order; and whether it is absent from the journal
        Map<PublishedEvent.Key, Accusation> accused = new TreeMap<>(PublishedEvent.Key.ORDER);
        PublishedHeads heads = new PublishedHeads();
        Reading whole = read(Map.of(), progress, statements, events -> {
            Map<PublishedEvent, Boolean> differing = differing(events);
            differing.forEach((event, absent) -> {
                if (accused.size() < ACCUSED || accused.containsKey(event.key())) {
                    accused.computeIfAbsent(event.key(), _ -> new Accusation(absent, new HashSet<>()))
                            .topics()
                            .add(event.topic());
                }
            });
            events.stream().filter(event -> !differing.containsKey(event)).forEach(heads::add);
        });
        if (accused.values().stream().anyMatch(accusation -> !accusation.absent())) {
            read(Map.of(), (_, _, _) -> {}, events -> {
                List<PublishedEvent> suspects = events.stream()
                        .filter(event -> accused.containsKey(event.key()))
                        .toList();
                Set<PublishedEvent> others = differing(suspects).keySet();
                suspects.stream()
                        .filter(event -> !others.contains(event))
                        .forEach(event -> accused.remove(event.key()));
            });
        }
        for (Map.Entry<PublishedEvent.Key, Accusation> one : accused.entrySet()) {
            if (!isDropped(one.getKey(), one.getValue())) {
                findings.add(one.getKey().finding(one.getValue().absent()));
            }
        }
        unpublished(heads, whole.ends()).forEach(findings::add);
        return whole.compared();
    }

    /** What a running service said and published meanwhile is found behind the end of what was read. */
    private List<Finding> unpublished(PublishedHeads heads, Map<TopicPartition, Long> ends) throws SQLException {
        List<Finding> candidates = new ArrayList<>();
        for (String author : Set.copyOf(authors.values())) {
            candidates.addAll(heads.unpublished(author, journals.get(author)));
        }
        if (!candidates.isEmpty()) {
            read(ends, (_, _, _) -> {}, events -> {
                Set<PublishedEvent> others = differing(events).keySet();
                events.stream().filter(event -> !others.contains(event)).forEach(heads::add);
            });
        }
        candidates.removeIf(heads::isPublished);
        return candidates;
    }

    /**
     * What Kafka says against a journal.
     *
     * @param absent whether the journal has nothing under that name
     * @param topics where it is said
     */
    private record Accusation(boolean absent, Set<String> topics) {}

    /** Whether a person has judged it already, as a dead letter of a receiver: the author is no judge of its own. */
    private boolean isDropped(PublishedEvent.Key key, Accusation accusation) throws SQLException {
        for (String topic : accusation.topics()) {
            if (!isDropped(key, topic)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDropped(PublishedEvent.Key key, String topic) throws SQLException {
        for (Map.Entry<String, Connection> receiver : journals.entrySet()) {
            if (receiver.getKey().equals(key.author())) {
                continue;
            }
            try (PreparedStatement select = receiver.getValue().prepareStatement(DROPPED)) {
                select.setString(1, topic);
                select.setString(2, key.subject());
                select.setLong(3, key.version());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What is done with some events. */
    @FunctionalInterface
    private interface Step {
        void with(List<PublishedEvent> events) throws SQLException;
    }

    /** @param ends up to where it was read */
    private record Reading(long compared, Map<TopicPartition, Long> ends) {}

    private Reading read(Map<TopicPartition, Long> from, Progress progress, Step step) throws SQLException {
        return read(from, progress, new SignedStatements(journals, Map.of(), new Findings()), step);
    }

    /** @param from where each partition is begun; from its beginning if it isn't there */
    private Reading read(Map<TopicPartition, Long> from, Progress progress, SignedStatements statements, Step step)
            throws SQLException {
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics(PATIENCE).entrySet().stream()
                    .filter(topic -> authors.containsKey(topic.getKey())
                            || topic.getKey().endsWith(DEAD_LETTERS))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(partitions, PATIENCE));
            starts.replaceAll((partition, beginning) -> from.getOrDefault(partition, beginning));
            starts.forEach(consumer::seek);
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
                    if (authors.containsKey(record.topic())) {
                        statements.take(record, authors.get(record.topic()));
                    }
                    read++;
                    if (events.size() == AT_ONCE) {
                        step.with(events);
                        compared += events.size();
                        events.clear();
                    }
                }
                progress.at("what Kafka carries", read, about);
            }
            step.with(events);
            return new Reading(compared + events.size(), ends);
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
                select.setArray(
                        5,
                        journal.createArrayOf(
                                "bytea",
                                its.stream()
                                        .map(event -> event.rowHash().orElse(null))
                                        .toArray(byte[][]::new)));
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
