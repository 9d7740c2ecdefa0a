package id.sigap.faults.check.snapshot;

import id.sigap.local.service.Service;
import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads every topic from its beginning to the end it had when the reading began, how far the services are, and who may do what. */
final class KafkaReader {

    /** What operators' machines answer is read in a group of its own. */
    private static final String REPLIES = Service.NOTIFIER.id() + "-replies";

    private static final Duration POLL = Duration.ofMillis(200);

    private KafkaReader() {}

    static Map<String, List<TopicRecord>> topics(Stack stack) {
        Map<String, Object> settings = new HashMap<>(stack.kafkaClient(KafkaRights.ADMIN));
        settings.put("enable.auto.commit", "false");
        settings.put("isolation.level", "read_committed");
        Map<String, List<TopicRecord>> topics = new TreeMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.listTopics().keySet().stream()
                    .filter(topic -> !topic.startsWith("__"))
                    .forEach(topic -> topics.put(topic, new ArrayList<>()));
            List<TopicPartition> partitions = topics.keySet().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> topics.get(record.topic()).add(read(record)));
            }
        }
        topics.values()
                .forEach(records -> records.sort(
                        Comparator.comparing(TopicRecord::partition).thenComparing(TopicRecord::offset)));
        return topics;
    }

    static TopicRecord read(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : text(header.value()));
        }
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                text(record.key()),
                record.value(),
                headers);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    static List<Position> positions(Stack stack) {
        Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
        Stream.concat(Stream.of(Service.values()).map(Service::id), Stream.of(REPLIES))
                .forEach(group -> groups.put(group, new ListConsumerGroupOffsetsSpec()));
        return asking(stack, admin -> {
            List<Position> positions = new ArrayList<>();
            for (String group : groups.keySet()) {
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(groups)
                        .partitionsToOffsetAndMetadata(group)
                        .get();
                committed.forEach((partition, offset) -> positions.add(new Position(
                        group, partition.topic(), partition.partition(), offset == null ? 0 : offset.offset())));
            }
            return positions;
        });
    }

    /** None at all if the broker asks nobody for rights. */
    static List<Right> rights(Stack stack) {
        try {
            return asking(stack, admin -> {
                List<Right> rights = new ArrayList<>();
                for (AclBinding binding :
                        admin.describeAcls(AclBindingFilter.ANY).values().get()) {
                    if (binding.pattern().resourceType() == ResourceType.TOPIC) {
                        rights.add(new Right(
                                binding.entry().principal().replaceFirst("^User:", ""),
                                binding.entry().operation().name(),
                                binding.pattern().name(),
                                binding.pattern().patternType() == PatternType.PREFIXED));
                    }
                }
                return rights;
            });
        } catch (SecurityDisabledException _) {
            return List.of();
        }
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static <T> T asking(Stack stack, Question<T> question) {
        try (Admin admin = Admin.create(new HashMap<>(stack.kafkaClient(KafkaRights.ADMIN)))) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SecurityDisabledException disabled
                    ? disabled
                    : new KafkaException("Kafka does not answer: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
