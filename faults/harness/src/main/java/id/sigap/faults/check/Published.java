package id.sigap.faults.check;

import id.sigap.events.CloudEventHeader;
import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.History;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * G: what a journal says stands on its topic, in the same bytes, first times in order; and nothing stands there that no journal says, but
 * watermarks, signed ends of chains, and what the injector wrote.
 */
final class Published implements Rule {

    private static final String SIGNED_HEADS = "id.sigap.audit.heads-signed.v1";

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.G);
        Injected injected = Injected.of(history, snapshot);
        Map<String, Entry> entries =
                snapshot.journals().collect(Collectors.toMap(Entry::id, entry -> entry, (first, _) -> first));
        Set<String> published = new HashSet<>();
        snapshot.topics().forEach((topic, records) -> {
            if (!isOperators(topic)) {
                Order order = new Order(expectations.excuse(Excuse.BROKER_FORGOT), found);
                for (TopicRecord record : records) {
                    Entry entry = entries.get(record.header(CloudEventHeader.ID));
                    if (injected.contains(record)) {
                        continue;
                    }
                    if (entry == null || !entry.topic().equals(topic)) {
                        found.unless(
                                Watermarks.isWatermark(record)
                                        || record.header(CloudEventHeader.TYPE).equals(SIGNED_HEADS),
                                "a record stands on a topic that no journal says: "
                                        + record.header(CloudEventHeader.TYPE),
                                record.place(),
                                record.header(CloudEventHeader.ID));
                    } else {
                        same(record, entry, found);
                        order.see(record, entry);
                        published.add(entry.id());
                    }
                }
            }
        });
        entries.values().stream()
                .filter(entry -> !published.contains(entry.id()))
                .forEach(entry -> found.add(
                        "version %d of the journal of %s is not on %s"
                                .formatted(entry.version(), entry.service(), entry.topic()),
                        entry.subject(),
                        entry.id()));
        return found.list();
    }

    /** Written by couriers and operators, not by journals. */
    private static boolean isOperators(String topic) {
        return topic.startsWith("operator.") && !topic.endsWith(".dead-letters");
    }

    private static void same(TopicRecord record, Entry entry, Findings found) {
        found.unless(
                Arrays.equals(record.value(), entry.payload())
                        && entry.subject().equals(record.key())
                        && record.header(CloudEventHeader.SUBJECT).equals(entry.subject())
                        && record.header(CloudEventHeader.TYPE).equals(entry.type())
                        && record.header(CloudEventHeader.SEQUENCE).equals(Long.toString(entry.version()))
                        && record.header(CloudEventHeader.TIME)
                                .equals(entry.occurredAt().toString()),
                "a record is not what the journal of %s says in version %d".formatted(entry.service(), entry.version()),
                record.place(),
                entry.subject(),
                entry.id());
    }

    /** The order of first appearances on one topic: a repeat may stand anywhere. */
    private static final class Order {

        private final boolean forgetful;
        private final Findings found;
        private final Map<String, TopicRecord> latest = new HashMap<>();
        private final Map<String, Long> versions = new HashMap<>();
        private final Set<String> seen = new HashSet<>();

        Order(boolean forgetful, Findings found) {
            this.forgetful = forgetful;
            this.found = found;
        }

        void see(TopicRecord record, Entry entry) {
            TopicRecord before = latest.put(entry.subject(), record);
            found.unless(
                    before == null || before.partition() == record.partition(),
                    "one subject's records are in two partitions",
                    record.place(),
                    entry.subject());
            if (seen.add(entry.id())) {
                long version = versions.getOrDefault(entry.subject(), 0L);
                found.unless(
                        forgetful || entry.version() > version,
                        "version %d stands behind version %d".formatted(entry.version(), version),
                        record.place(),
                        entry.subject());
                versions.merge(entry.subject(), entry.version(), Math::max);
            }
        }
    }
}
