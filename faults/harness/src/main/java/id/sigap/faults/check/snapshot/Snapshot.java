package id.sigap.faults.check.snapshot;

import id.sigap.events.Event;
import id.sigap.events.EventType;
import id.sigap.local.service.Service;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything of a quiet stack.
 *
 * @param topics every topic with its records, by partition and offset
 * @param positions of the services' consumer groups
 * @param rights on Kafka, of everybody
 * @param logs of every process, by name
 */
public record Snapshot(
        Instant takenAt,
        Map<Service, Database> databases,
        Map<String, List<TopicRecord>> topics,
        List<Position> positions,
        List<Right> rights,
        List<Mail> mails,
        Vault vault,
        Map<String, Path> logs) {

    public Database database(Service service) {
        return databases.get(service);
    }

    public List<Row> table(Service service, String table) {
        return database(service).table(table);
    }

    /** The records of a topic; none if there is no such topic. */
    public List<TopicRecord> topic(String name) {
        return topics.getOrDefault(name, List.of());
    }

    /** Every line of every journal. */
    public Stream<Entry> journals() {
        return databases.values().stream().flatMap(database -> database.journal().stream());
    }

    /** Every event of that class, in whichever journal. */
    public <E extends Event> Stream<Said<E>> said(Class<E> type) {
        Set<String> names = EventType.all().stream()
                .filter(known -> type.isAssignableFrom(known.record()))
                .map(EventType::name)
                .collect(Collectors.toSet());
        return journals()
                .filter(entry -> names.contains(entry.type()))
                .flatMap(entry ->
                        entry
                                .event()
                                .filter(type::isInstance)
                                .map(event -> new Said<>(type.cast(event), entry))
                                .stream());
    }
}
