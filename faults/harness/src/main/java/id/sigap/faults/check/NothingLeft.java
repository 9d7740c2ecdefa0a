package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;

import id.sigap.events.Topic;
import id.sigap.faults.check.snapshot.Position;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.History;
import id.sigap.local.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** I: nothing waits any more: not to be published, read, delivered, checked, mailed or judged. */
final class NothingLeft implements Rule {

    /** It comes every second. */
    private static final Duration WATERMARK_AGE = Duration.ofSeconds(60);

    private static final Set<String> UNFINISHED = Set.of("PENDING", "RETRYING");

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.I);
        for (Service service : Service.values()) {
            left(snapshot, service, "pending", _ -> true, "is not published", "subject", found);
            left(
                    snapshot,
                    service,
                    "set_aside",
                    row -> row.text("state").equals("WAITING"),
                    "waits for an earlier version",
                    "subject",
                    found);
        }
        left(
                snapshot,
                NOTIFIER,
                "delivery",
                row -> UNFINISHED.contains(row.text("state")),
                "is not delivered and not given up",
                "request",
                found);
        left(snapshot, INTAKE, "circular", _ -> true, "has not reached all of its ticket's reports", "ticket", found);
        left(
                snapshot,
                INTAKE,
                "notice",
                row -> row.text("state").equals("PENDING"),
                "is not sent and not given up",
                "case_id",
                found);
        left(
                snapshot,
                INTAKE,
                "evidence",
                row -> row.text("state").equals("QUARANTINED"),
                "is still unchecked",
                "id",
                found);
        left(
                snapshot,
                SLA,
                "clock",
                row -> Set.of("RUNNING", "AT_RISK").contains(row.text("state"))
                        && (row.has("confirmed_at") || row.has("declined_at")),
                "is answered and still runs",
                "request",
                found);
        lag(snapshot, found);
        watermark(snapshot, expectations, found);
        return found.list();
    }

    private static void left(
            Snapshot snapshot,
            Service service,
            String table,
            Predicate<Row> isLeft,
            String what,
            String id,
            Findings found) {
        snapshot.table(service, table).stream()
                .filter(isLeft)
                .forEach(row -> found.add("a row of %s in %s %s".formatted(table, service, what), row.text(id)));
    }

    private static void lag(Snapshot snapshot, Findings found) {
        Map<String, Long> committed = snapshot.positions().stream()
                .collect(Collectors.toMap(
                        position -> place(position.group(), position.topic(), position.partition()),
                        Position::committed,
                        (first, _) -> first));
        snapshot.topics().forEach((topic, records) -> {
            Map<Integer, Long> ends = records.stream()
                    .filter(record -> !Watermarks.isWatermark(record))
                    .collect(Collectors.toMap(TopicRecord::partition, record -> record.offset() + 1, Math::max));
            for (String group : Receivers.groups(topic)) {
                ends.forEach((partition, end) -> {
                    long read = committed.getOrDefault(place(group, topic, partition), 0L);
                    found.unless(
                            read >= end,
                            "%s has read %s-%d up to %d of %d".formatted(group, topic, partition, read, end),
                            topic);
                });
            }
        });
    }

    private static String place(String group, String topic, int partition) {
        return group + " " + topic + "-" + partition;
    }

    private static void watermark(Snapshot snapshot, Expectations expectations, Findings found) {
        found.unless(
                expectations.excuse(Expectations.Excuse.CLOCKS_MOVED)
                        || Watermarks.on(snapshot)
                                .horizon()
                                .filter(horizon -> horizon.plus(WATERMARK_AGE).isAfter(snapshot.takenAt()))
                                .isPresent(),
                "the watermark of the confirmations stands still",
                Topic.CONFIRMATIONS.name());
    }
}
