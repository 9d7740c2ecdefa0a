package id.sigap.reliable;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one consumer has handled each of its partitions and not yet told Kafka. A commit that is refused, as in the middle of a rebalance or
 * while the broker is away, is tried again: otherwise the partition looks unread until its next record, which may be days away. Only partitions
 * that are still the consumer's are committed, or it would set back what their next reader has said.
 */
final class OwedOffsets {

    private static final Duration AT_FIRST = Duration.ofMillis(100);
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final Map<TopicPartition, OffsetAndMetadata> owed = new ConcurrentHashMap<>();
    private final PollingThread pollingThread;

    OwedOffsets(PollingThread pollingThread) {
        this.pollingThread = pollingThread;
    }

    /** Runs what may be done only between two polls, when partitions neither come nor go. */
    interface PollingThread {

        Uni<Void> run(Consumer<org.apache.kafka.clients.consumer.Consumer<?, ?>> work);
    }

    void handled(TopicPartition partition, OffsetAndMetadata next) {
        owed.put(partition, next);
    }

    /** Somebody else reads them from now on. */
    void forget(Collection<TopicPartition> partitions) {
        owed.keySet().removeAll(partitions);
    }

    void forgetAll() {
        owed.clear();
    }

    /**
     * Commits all that is owed, as often as it takes.
     *
     * @param refused told of every try that failed
     */
    Uni<Void> commit(Consumer<Throwable> refused) {
        return pollingThread
                .run(this::commitBy)
                .onFailure()
                .invoke(refused)
                .onFailure()
                .retry()
                .withBackOff(AT_FIRST, AT_MOST)
                .until(_ -> !owed.isEmpty())
                .onFailure()
                .recoverWithNull(); // nothing is owed any more
    }

    private void commitBy(org.apache.kafka.clients.consumer.Consumer<?, ?> consumer) {
        owed.keySet().retainAll(consumer.assignment());
        Map<TopicPartition, OffsetAndMetadata> all = Map.copyOf(owed);
        if (!all.isEmpty()) {
            consumer.commitSync(all);
            all.forEach(owed::remove);
        }
    }

    @Override
    public String toString() {
        return owed.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue().offset())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
