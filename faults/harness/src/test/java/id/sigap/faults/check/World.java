package id.sigap.faults.check;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Event;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import id.sigap.events.Topic;
import id.sigap.faults.check.snapshot.Blob;
import id.sigap.faults.check.snapshot.Content;
import id.sigap.faults.check.snapshot.Database;
import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Mail;
import id.sigap.faults.check.snapshot.Position;
import id.sigap.faults.check.snapshot.Right;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.check.snapshot.Vault;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Line;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import id.sigap.local.service.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** A system made by hand: tables, journals and topics that fit together as long as nobody damages them. */
final class World {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T01:00:00Z");

    final Map<Service, Map<String, List<Row>>> tables = new EnumMap<>(Service.class);
    final List<Entry> journal = new ArrayList<>();
    final Map<String, List<TopicRecord>> topics = new TreeMap<>();
    final List<Attempt> attempts = new ArrayList<>();
    final List<Mail> mails = new ArrayList<>();
    final List<Right> rights =
            new ArrayList<>(List.of(new Right("telkomsel", "READ", "operator.telkomsel.requests", false)));
    final List<Blob> files = new ArrayList<>();
    final Map<String, Content> evidence = new HashMap<>();
    final Map<String, String> narratives = new HashMap<>();
    final Map<String, String> statements = new HashMap<>();
    final Map<String, String> messages = new HashMap<>();
    final Map<String, Vault.Person> people = new HashMap<>();
    final Map<String, Path> logs = new HashMap<>();
    private Instant now = BEGINNING;

    /** A second later. */
    Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    Instant now() {
        return now;
    }

    World pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Says an event as its service would: journalled, published, and heard by everybody who follows its topic. */
    Entry say(Service service, Event event, String actor) {
        List<Entry> before = journal.stream()
                .filter(entry -> entry.service() == service && entry.subject().equals(event.subject()))
                .toList();
        Entry entry = chained(new Entry(
                service,
                event.subject(),
                before.size() + 1L,
                UUID.randomUUID().toString(),
                Topic.of(event).name(),
                EventType.of(event).name(),
                now,
                now,
                actor,
                EventCodec.write(event),
                null,
                before.isEmpty() ? null : before.getLast().hash(),
                null));
        journal.add(entry);
        publish(entry);
        Receivers.OF.get(entry.topic()).forEach(receiver -> hear(receiver, entry));
        return entry;
    }

    static Entry chained(Entry entry) {
        return withHash(entry, HashChain.hash(entry));
    }

    static Entry withHash(Entry entry, byte[] hash) {
        return new Entry(
                entry.service(),
                entry.subject(),
                entry.version(),
                entry.id(),
                entry.topic(),
                entry.type(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.actor(),
                entry.payload(),
                entry.traceParent(),
                entry.previousHash(),
                hash);
    }

    void publish(Entry entry) {
        write(
                entry.topic(),
                entry.subject(),
                entry.payload(),
                Map.of(
                        CloudEventHeader.ID.key(), entry.id(),
                        CloudEventHeader.TYPE.key(), entry.type(),
                        CloudEventHeader.SUBJECT.key(), entry.subject(),
                        CloudEventHeader.SEQUENCE.key(), Long.toString(entry.version()),
                        CloudEventHeader.TIME.key(), entry.occurredAt().toString()));
    }

    TopicRecord write(String topic, String key, byte[] value, Map<String, String> headers) {
        List<TopicRecord> records = topics.computeIfAbsent(topic, _ -> new ArrayList<>());
        TopicRecord record = new TopicRecord(topic, 0, records.size(), now, key, value, headers);
        records.add(record);
        return record;
    }

    private void hear(Service receiver, Entry entry) {
        row(receiver, "inbox", Map.of("event_id", entry.id()));
        remove(
                receiver,
                "inbox_position",
                row -> row.text("topic").equals(entry.topic())
                        && row.text("subject").equals(entry.subject()));
        row(
                receiver,
                "inbox_position",
                Map.of("topic", entry.topic(), "subject", entry.subject(), "version", entry.version()));
    }

    void row(Service service, String table, Map<String, Object> columns) {
        rows(service, table).add(new Row(columns));
    }

    List<Row> rows(Service service, String table) {
        return tables.computeIfAbsent(service, _ -> new HashMap<>()).computeIfAbsent(table, _ -> new ArrayList<>());
    }

    void remove(Service service, String table, Predicate<Row> which) {
        rows(service, table).removeIf(which);
    }

    /** Overwrites a column of the first row. */
    void change(Service service, String table, String column, Object value) {
        Row row = rows(service, table).removeFirst();
        Map<String, Object> columns = new HashMap<>(row.columns());
        columns.put(column, value);
        rows(service, table).addFirst(new Row(columns));
    }

    /** The first entry that says such an event. */
    Entry said(Class<? extends Event> type) {
        return journal.stream()
                .filter(entry -> entry.event().filter(type::isInstance).isPresent())
                .findFirst()
                .orElseThrow();
    }

    Attempt attempt(Operation operation, Phase phase, Map<String, String> asked, Map<String, String> answered) {
        long step = attempts.size() + 1L;
        Attempt attempt = new Attempt(
                new Line(now, "client", step, operation, Phase.INVOKE, asked),
                new Line(now, "client", step, operation, phase, answered));
        attempts.add(attempt);
        return attempt;
    }

    Snapshot snapshot() {
        Map<Service, Database> databases = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            List<Entry> own = journal.stream()
                    .filter(entry -> entry.service() == service)
                    .sorted(Comparator.comparing(Entry::subject).thenComparing(Entry::version))
                    .toList();
            databases.put(service, new Database(tables.getOrDefault(service, Map.of()), own));
        }
        List<Position> positions = new ArrayList<>();
        topics.forEach((topic, records) ->
                Receivers.groups(topic).forEach(group -> positions.add(new Position(group, topic, 0, records.size()))));
        Vault vault = new Vault(people, narratives, statements, messages, evidence, files);
        return new Snapshot(now, databases, topics, positions, rights, mails, vault, logs);
    }

    Verdict judged() {
        return judged(Expectations.strict());
    }

    Verdict judged(Expectations expectations) {
        return Checker.judge(new History(attempts), snapshot(), expectations);
    }
}
