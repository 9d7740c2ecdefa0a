package id.sigap.faults.fault;

import id.sigap.faults.history.ClientLog;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The broker in the hands of somebody who may do anything: writes what nobody should, and notes where. */
public final class Wire {

    private static final int LARGEST = 16 * 1024 * 1024;

    private final Stack stack;
    private final ClientLog injector;

    Wire(Stack stack, ClientLog injector) {
        this.stack = stack;
        this.injector = injector;
    }

    Admin admin() {
        return Admin.create(settings());
    }

    KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> settings = settings();
        settings.put("acks", "all");
        settings.put("max.request.size", LARGEST);
        settings.put("buffer.memory", 2 * LARGEST);
        settings.put("delivery.timeout.ms", 30_000);
        settings.put("request.timeout.ms", 10_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A member of a service's own group that takes partitions and handles nothing. */
    KafkaConsumer<byte[], byte[]> stray(String group) {
        Map<String, Object> settings = settings();
        settings.put("group.id", group);
        settings.put("enable.auto.commit", "false");
        settings.put("session.timeout.ms", 10_000);
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Writes a record and notes where it came to lie, or that the broker refused it. */
    void write(KafkaProducer<byte[], byte[]> producer, String fault, ProducerRecord<byte[], byte[]> record)
            throws InterruptedException {
        Map<String, String> asked = Map.of(Fact.FAULT, fault, Fact.TOPIC, record.topic());
        long step = injector.invoke(Operation.INJECT, asked);
        try {
            RecordMetadata there = producer.send(record).get();
            injector.end(
                    step,
                    Operation.INJECT,
                    Phase.OK,
                    Map.of(
                            Fact.FAULT, fault,
                            Fact.TOPIC, there.topic(),
                            Fact.PARTITION, Integer.toString(there.partition()),
                            Fact.OFFSET, Long.toString(there.offset())));
        } catch (ExecutionException e) {
            injector.end(
                    step,
                    Operation.INJECT,
                    Phase.FAIL,
                    Map.of(Fact.WHY, e.getCause().getClass().getSimpleName()));
        }
    }

    /** The last records of each partition of a topic. */
    List<ConsumerRecord<byte[], byte[]>> last(String topic, int ofEachPartition) {
        Map<String, Object> settings = settings();
        settings.put("enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - ofEachPartition)));
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Lets a group whose members are stopped begin at the beginning again. */
    void rewind(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            // who has a name takes no leave of its group
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            admin.alterConsumerGroupOffsets(
                            group,
                            committed.keySet().stream()
                                    .collect(Collectors.toMap(partition -> partition, _ -> new OffsetAndMetadata(0))))
                    .all()
                    .get();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(stack.kafkaClient(KafkaRights.ADMIN));
        settings.put("default.api.timeout.ms", 30_000);
        return settings;
    }
}
