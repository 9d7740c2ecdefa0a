package id.sigap.faults.check;

import id.sigap.events.platform.RecordDeadLettered;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.local.service.Service;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What services could not handle. */
final class DeadLetters {

    private DeadLetters() {}

    /**
     * A record set aside for good.
     *
     * @param reason as the service says
     */
    record Letter(Service consumer, String topic, long partition, long offset, String reason) {

        /** As {@link id.sigap.faults.check.snapshot.TopicRecord#place()}. */
        String place() {
            return topic + "-" + partition + "@" + offset;
        }
    }

    /** All letters of a service, each place once: those on its shelf, and those it told of, which may have been taken from the shelf since. */
    static Stream<Letter> of(Snapshot snapshot, Service consumer) {
        Stream<Letter> shelf = snapshot.table(consumer, "set_aside").stream()
                .filter(row -> row.text("state").equals("DEAD"))
                .map(row -> letter(consumer, row));
        Stream<Letter> told = snapshot.said(RecordDeadLettered.class)
                .filter(said -> said.entry().service() == consumer)
                .map(said -> said.event())
                .map(event -> new Letter(consumer, event.topic(), event.partition(), event.offset(), event.reason()));
        return Stream.concat(shelf, told)
                .collect(Collectors.toMap(Letter::place, letter -> letter, (first, _) -> first))
                .values()
                .stream();
    }

    private static Letter letter(Service consumer, Row row) {
        return new Letter(
                consumer,
                row.text("topic"),
                row.number("record_partition"),
                row.number("record_offset"),
                row.text("reason"));
    }
}
