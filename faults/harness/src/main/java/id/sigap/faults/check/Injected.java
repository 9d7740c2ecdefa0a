package id.sigap.faults.check;

import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The records that the injector wrote itself, and copies of them on the services' topics: who duplicates the last records of a topic
 * duplicates poison too.
 *
 * @param places where the broker put them, as {@link TopicRecord#place()}
 * @param contents of those on the services' topics
 */
record Injected(Set<String> places, Set<Content> contents) {

    /** What is the same in a copy. */
    record Content(String topic, String key, int value, Map<String, String> headers) {

        static Content of(TopicRecord record) {
            return new Content(record.topic(), record.key(), Arrays.hashCode(record.value()), record.headers());
        }
    }

    static Injected of(History history, Snapshot snapshot) {
        Set<String> places = history.of(Operation.INJECT)
                .filter(attempt -> !fact(attempt, Fact.OFFSET).isEmpty())
                .map(attempt -> fact(attempt, Fact.TOPIC) + "-" + fact(attempt, Fact.PARTITION) + "@"
                        + fact(attempt, Fact.OFFSET))
                .collect(Collectors.toSet());
        // what operators write has no id of its own: a copy is like the answer it was copied from, and may be one
        Set<Content> contents = Receivers.OF.keySet().stream()
                .flatMap(topic -> snapshot.topic(topic).stream())
                .filter(record -> places.contains(record.place()))
                .map(Content::of)
                .collect(Collectors.toSet());
        return new Injected(places, contents);
    }

    /** Where a record landed is known only afterwards: it stands in either line. */
    private static String fact(Attempt attempt, String name) {
        return attempt.asked(name).isEmpty() ? attempt.answered(name) : attempt.asked(name);
    }

    boolean contains(TopicRecord record) {
        return places.contains(record.place()) || !contents.isEmpty() && contents.contains(Content.of(record));
    }
}
