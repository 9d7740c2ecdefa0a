package id.sigap.faults.check;

import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The records that the injector wrote itself, by where the broker put them.
 *
 * @param places as {@link TopicRecord#place()}
 */
record Injected(Set<String> places) {

    static Injected of(History history) {
        return new Injected(history.of(Operation.INJECT)
                .filter(attempt -> !fact(attempt, Fact.OFFSET).isEmpty())
                .map(attempt ->
                        place(fact(attempt, Fact.TOPIC), fact(attempt, Fact.PARTITION), fact(attempt, Fact.OFFSET)))
                .collect(Collectors.toSet()));
    }

    /** Where a record landed is known only afterwards: it stands in either line. */
    private static String fact(Attempt attempt, String name) {
        return attempt.asked(name).isEmpty() ? attempt.answered(name) : attempt.asked(name);
    }

    boolean contains(TopicRecord record) {
        return places.contains(record.place());
    }

    boolean contains(String topic, long partition, long offset) {
        return places.contains(place(topic, partition, offset));
    }

    private static String place(String topic, Object partition, Object offset) {
        return topic + "-" + partition + "@" + offset;
    }
}
