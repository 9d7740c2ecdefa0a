package id.sigap.faults.check;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.EventCodec;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.ConfirmationsPublished;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Up to when all answers of operators were known to be published, and when that was known (docs/decisions/0005), as the topic says.
 *
 * @param byPartition of every partition that carries anything, in the order of the topic
 */
record Watermarks(Map<Integer, List<Mark>> byPartition) {

    private static final String TYPE = "id.sigap.confirmation.confirmations-published.v1";

    /** @param at the record's own time stamp */
    record Mark(Instant through, Instant at) {}

    static Watermarks on(Snapshot snapshot) {
        Map<Integer, List<Mark>> marks = new HashMap<>();
        for (TopicRecord record : snapshot.topic(Topic.CONFIRMATIONS.name())) {
            List<Mark> ofPartition = marks.computeIfAbsent(record.partition(), _ -> new ArrayList<>());
            read(record)
                    .filter(mark -> mark.partition() == record.partition())
                    .ifPresent(mark -> ofPartition.add(new Mark(mark.through(), record.at())));
        }
        return new Watermarks(marks);
    }

    static boolean isWatermark(TopicRecord record) {
        return record.header(CloudEventHeader.TYPE).equals(TYPE);
    }

    private static Optional<ConfirmationsPublished> read(TopicRecord record) {
        try {
            return isWatermark(record) && record.value() != null
                    ? Optional.of(EventCodec.read(record.value(), ConfirmationsPublished.class))
                    : Optional.empty();
        } catch (EventCodec.UnreadableEvent _) {
            return Optional.empty();
        }
    }

    /** Up to when everything is known, over all partitions; empty while one never had a mark. */
    Optional<Instant> horizon() {
        List<Instant> latest = byPartition.values().stream()
                .flatMap(marks -> marks.stream().map(Mark::through).max(Instant::compareTo).stream())
                .toList();
        return latest.size() == byPartition.size() ? latest.stream().min(Instant::compareTo) : Optional.empty();
    }

    /** Since when it was known, in every partition, that all answers up to the moment are published; empty if it never was. */
    Optional<Instant> knownSince(Instant moment) {
        List<Instant> known = byPartition.values().stream()
                .flatMap(marks -> marks.stream()
                        .filter(mark -> !mark.through().isBefore(moment))
                        .map(Mark::at)
                        .min(Instant::compareTo)
                        .stream())
                .toList();
        return known.size() == byPartition.size() ? known.stream().max(Instant::compareTo) : Optional.empty();
    }
}
