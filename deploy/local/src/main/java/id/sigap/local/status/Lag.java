package id.sigap.local.status;

import id.sigap.local.service.Service;
import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
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
            Map<Service, Long> lags = new EnumMap<>(Service.class);
            for (Service service : Service.values()) {
                lags.put(service, of(service, admin));
            }
            return lags;
        } catch (ExecutionException _) {
            return Map.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static long of(Service service, Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(service.id())
                .partitionsToOffsetAndMetadata()
                .get();
        Set<TopicPartition> read = new HashSet<>(committed.keySet());
        read.addAll(assigned(service, admin));
        Map<TopicPartition, OffsetSpec> latest =
                read.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        long lag = 0;
        for (var end : admin.listOffsets(latest).all().get().entrySet()) {
            lag += end.getValue().offset() - position(committed.get(end.getKey()));
        }
        return lag;
    }

    /** What the service's consumers hold now, whether or not they have ever committed anything there. */
    private static Set<TopicPartition> assigned(Service service, Admin admin) throws InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(service.id())).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .collect(Collectors.toSet());
        } catch (ExecutionException _) {
            return Set.of(); // no such group yet
        }
    }

    /** Nothing committed means nothing read: services begin at the beginning. */
    private static long position(OffsetAndMetadata committed) {
        return Optional.ofNullable(committed).map(OffsetAndMetadata::offset).orElse(0L);
    }
}
