package id.sigap.faults.check;

import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.History;
import id.sigap.local.service.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I: every receiver has handled every event of the topics it follows, each once and up to the last, or set it aside. */
final class EverythingHandled implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.I);
        Injected injected = Injected.of(history, snapshot);
        Receivers.OF.forEach((topic, receivers) -> {
            Set<String> strangers = snapshot.topic(topic).stream()
                    .filter(record -> injected.contains(record) && record.key() != null)
                    .map(TopicRecord::key)
                    .collect(Collectors.toSet());
            List<Entry> entries = snapshot.database(Receivers.WRITER.get(topic)).journal().stream()
                    .filter(entry -> entry.topic().equals(topic))
                    .toList();
            receivers.forEach(receiver -> handled(snapshot, topic, entries, receiver, strangers, found));
        });
        return found.list();
    }

    private static void handled(
            Snapshot snapshot,
            String topic,
            List<Entry> entries,
            Service receiver,
            Set<String> strangers,
            Findings found) {
        Map<String, Long> positions = snapshot.table(receiver, "inbox_position").stream()
                .filter(row -> row.text("topic").equals(topic))
                .collect(Collectors.toMap(row -> row.text("subject"), row -> row.number("version"), Math::max));
        Set<String> aside = aside(snapshot, receiver, entries);
        Set<String> inbox =
                ReportsOnce.ids(snapshot.table(receiver, "inbox"), "event_id").collect(Collectors.toSet());
        Map<String, Long> last = new HashMap<>();
        entries.forEach(entry -> last.merge(entry.subject(), entry.version(), Math::max));
        // a record of a later release is followed too, though no journal here has it
        Stream.concat(last.keySet().stream(), positions.keySet().stream().filter(key -> !strangers.contains(key)))
                .distinct()
                .forEach(subject -> {
                    long said = last.getOrDefault(subject, 0L);
                    long followed = positions.getOrDefault(subject, 0L);
                    found.unless(
                            followed == said || aside.contains(subject),
                            "%s has followed %s up to version %d, the journal goes to %d"
                                    .formatted(receiver, topic, followed, said),
                            subject);
                });
        entries.stream()
                .filter(entry -> positions.getOrDefault(entry.subject(), 0L) >= entry.version())
                .filter(entry -> !inbox.contains(entry.id()) && !aside.contains(entry.subject()))
                .forEach(entry -> found.add(
                        "%s passed over version %d of %s without handling it"
                                .formatted(receiver, entry.version(), topic),
                        entry.subject(),
                        entry.id()));
    }

    /** Subjects of which an event lies on the shelf; whether it may, {@link LettersExpected} says. Poison with a subject's key is none of it. */
    private static Set<String> aside(Snapshot snapshot, Service receiver, List<Entry> entries) {
        Set<String> ids = ReportsOnce.ids(snapshot.table(receiver, "set_aside"), "event_id")
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> ids.contains(entry.id()))
                .map(Entry::subject)
                .collect(Collectors.toSet());
    }
}
