package id.sigap.local.status;

import id.sigap.local.service.Service;
import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many records wait on Kafka for each service. */
public final class Lag {

    private static final String PATIENCE_MILLIS = "5000";

    private Lag() {}

    /** Records between what each service has committed and the end of every topic it reads; an empty map if Kafka doesn't answer. */
    public static Map<Service, Long> of(Stack stack) {
        Map<String, Object> properties = new HashMap<>(stack.kafkaClient(KafkaRights.ADMIN));
        properties.put("default.api.timeout.ms", PATIENCE_MILLIS);
        properties.put("request.timeout.ms", PATIENCE_MILLIS);
        try (Admin admin = Admin.create(properties)) {
            Map<TopicPartition, Long> ends = ends(admin);
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(admin);
            Map<Service, Long> lags = new EnumMap<>(Service.class);
            for (Service service : Service.values()) {
                lags.put(service, lag(service, ends, committed.getOrDefault(service.id(), Map.of())));
            }
            return lags;
        } catch (ExecutionException _) {
            return Map.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        List<String> topics = Arrays.stream(Service.values())
                .flatMap(service -> KafkaRights.of(service).reads().stream())
                .distinct()
                .toList();
        Map<TopicPartition, OffsetSpec> latest = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Admin admin)
            throws ExecutionException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> groups = Arrays.stream(Service.values())
                .collect(Collectors.toMap(Service::id, _ -> new ListConsumerGroupOffsetsSpec()));
        return admin.listConsumerGroupOffsets(groups).all().get();
    }

    private static long lag(
            Service service, Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
        var reads = KafkaRights.of(service).reads();
        return ends.entrySet().stream()
                .filter(end -> reads.contains(end.getKey().topic()))
                .mapToLong(end -> end.getValue() - position(committed.get(end.getKey())))
                .sum();
    }

    /** Nothing committed means nothing read: services begin at the beginning. */
    private static long position(OffsetAndMetadata committed) {
        return Optional.ofNullable(committed).map(OffsetAndMetadata::offset).orElse(0L);
    }
}
