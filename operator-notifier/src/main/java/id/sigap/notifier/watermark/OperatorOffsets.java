package id.sigap.notifier.watermark;

import id.sigap.lag.Stretch;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far operators have written their confirmations, and how far we have handled them. */
@ApplicationScoped
class OperatorOffsets {

    private final Map<String, Object> kafka;
    private final Predicate<String> isOperators;
    private final String group;
    private final Duration patience;
    private Admin admin;

    OperatorOffsets(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.replies.topic") String topics,
            @ConfigProperty(name = "mp.messaging.incoming.replies.group.id") String group,
            WatermarkConfig config) {
        this.kafka = kafka;
        this.isOperators = Pattern.compile(topics).asMatchPredicate();
        this.group = group;
        this.patience = config.patience();
    }

    void stop(@Observes ShutdownEvent event) {
        close();
    }

    /** Where each partition of operators' confirmations ends now: what is appended later has a higher offset. */
    Map<TopicPartition, Long> ends() throws ExecutionException, TimeoutException, InterruptedException {
        Set<String> topics = answer(admin().listTopics().names()).stream()
                .filter(isOperators)
                .collect(Collectors.toSet());
        Set<TopicPartition> partitions = answer(admin().describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
        return offsets(partitions, OffsetSpec.latest());
    }

    /**
     * Whether everything before those ends has been handled, its transaction committed. A topic that is gone by now counts as handled.
     */
    boolean areHandled(Map<TopicPartition, Long> ends)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, Long> unhandled = new HashMap<>(ends);
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        unhandled
                .entrySet()
                .removeIf(end -> end.getValue() == 0 || reaches(committed.get(end.getKey()), end.getValue()));
        if (unhandled.isEmpty()) {
            return true;
        }
        Set<String> existing = answer(admin().listTopics().names());
        unhandled.keySet().removeIf(partition -> !existing.contains(partition.topic()));
        Map<TopicPartition, Long> starts = offsets(unhandled.keySet(), OffsetSpec.earliest());
        unhandled.entrySet().removeIf(end -> starts.get(end.getKey()) >= end.getValue());
        return unhandled.isEmpty() || nothingButMarkers(unhandled, committed, starts);
    }

    void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }

    private boolean nothingButMarkers(
            Map<TopicPartition, Long> unhandled,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> starts) {
        Map<TopicPartition, Stretch> stretches = new HashMap<>();
        unhandled.forEach((partition, end) -> {
            OffsetAndMetadata place = committed.get(partition);
            stretches.put(partition, new Stretch(place == null ? starts.get(partition) : place.offset(), end));
        });
        return Stretch.holdNoRecord(stretches, kafka, patience);
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> which));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                answer(admin().listOffsets(question, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, offset -> offset.getValue()
                .offset()));
    }

    private static boolean reaches(OffsetAndMetadata committed, long end) {
        return committed != null && committed.offset() >= end;
    }

    private <T> T answer(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Admin admin() {
        if (admin == null) {
            admin = Admin.create(new HashMap<>(kafka));
        }
        return admin;
    }
}
