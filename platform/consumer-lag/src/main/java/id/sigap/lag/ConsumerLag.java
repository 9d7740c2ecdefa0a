package id.sigap.lag;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records each group has yet to handle. The ends are asked for before the group's offsets, so that what comes in between doesn't
 * count. What stays uncommitted from one call to the next is read and counted: a transaction's marker takes an offset and is nobody's work.
 */
public final class ConsumerLag implements AutoCloseable {

    /** Longer stretches are not read: the markers among them don't matter. */
    private static final int WORTH_READING = 1_000;

    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Map<String, Object> kafka;
    private final Duration patience;
    private final Admin admin;
    private final Map<String, Map<TopicPartition, Stretch>> before = new HashMap<>();

    /** @param kafka the settings of a client that may read the groups' topics and describe the groups */
    public ConsumerLag(Map<String, Object> kafka, Duration patience) {
        this.kafka = new HashMap<>(kafka);
        this.patience = patience;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("default.api.timeout.ms", Long.toString(patience.toMillis()));
        settings.put("request.timeout.ms", Long.toString(patience.toMillis()));
        this.admin = Admin.create(settings);
    }

    /** The names of all groups that begin like that. */
    public Set<String> groups(String prefix) throws ExecutionException, TimeoutException, InterruptedException {
        return answer(admin.listGroups().all()).stream()
                .map(group -> group.groupId())
                .filter(group -> group.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    /** The group's lag in each partition it reads. */
    public Map<TopicPartition, Long> of(String group)
            throws ExecutionException, TimeoutException, InterruptedException {
        Set<TopicPartition> read = new HashSet<>(offsets(group).keySet());
        read.addAll(assigned(group));
        Map<TopicPartition, Long> ends = list(read, OffsetSpec.latest());
        Map<TopicPartition, Long> starts = list(read, OffsetSpec.earliest());
        Map<TopicPartition, OffsetAndMetadata> committed = offsets(group);
        Map<TopicPartition, Stretch> stretches = new HashMap<>();
        for (TopicPartition partition : read) {
            OffsetAndMetadata place = committed.get(partition);
            // nothing committed is nothing read: services begin at the beginning
            long from = Math.max(starts.get(partition), place == null ? 0 : place.offset());
            stretches.put(partition, new Stretch(from, Math.max(from, ends.get(partition))));
        }
        Map<TopicPartition, Long> lags = new HashMap<>();
        stretches.forEach((partition, stretch) -> lags.put(partition, stretch.length()));
        lags.putAll(recount(group, stretches));
        before.put(group, stretches);
        return lags;
    }

    /** Of what was uncommitted at the last call too, the records. */
    private Map<TopicPartition, Long> recount(String group, Map<TopicPartition, Stretch> stretches) {
        Map<TopicPartition, Stretch> last = before.getOrDefault(group, Map.of());
        Map<TopicPartition, Stretch> unmoved = new HashMap<>(stretches);
        unmoved.entrySet()
                .removeIf(one -> one.getValue().length() == 0
                        || one.getValue().length() > WORTH_READING
                        || !last.containsKey(one.getKey())
                        || last.get(one.getKey()).from() != one.getValue().from());
        return unmoved.isEmpty()
                ? Map.of()
                : Stretch.records(unmoved, kafka, patience).orElse(Map.of());
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(String group)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    /** What the group's members hold now, whether or not they have ever committed anything there. */
    private Set<TopicPartition> assigned(String group) throws TimeoutException, InterruptedException {
        try {
            return answer(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                    .flatMap(described -> described.members().stream())
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .collect(Collectors.toSet());
        } catch (ExecutionException _) {
            return Set.of(); // no such group yet
        }
    }

    private Map<TopicPartition, Long> list(Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> which));
        return answer(admin.listOffsets(question, COMMITTED).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    private <T> T answer(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
