package id.sigap.bench.relay;

import id.sigap.bench.measure.Latencies;
import id.sigap.events.CloudEventHeader;
import id.sigap.events.Topic;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.local.StackFailed;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic from where it stood when this was made. */
final class Listener implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaConsumer<String, byte[]> consumer;

    Listener(KafkaBroker broker) {
        Map<String, Object> settings = new HashMap<>(broker.adminProperties());
        settings.put("enable.auto.commit", "false");
        settings.put("max.poll.records", "5000");
        settings.put("fetch.max.wait.ms", "100");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.TICKETS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // seeking is done when the position is asked for
    }

    /** Reads what there is, up to the end of now. */
    Order readAll() {
        Order order = new Order();
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> note(record, order));
        }
        return order;
    }

    /**
     * Reads what comes until all that was written is here.
     *
     * @param lag from when the event happened, just before its commit, until it is here
     */
    Order readLive(Future<Ledger.Written> writing, Latencies lag) {
        Order order = new Order();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!writing.isComplete() || order.records() < Ledger.join(writing).transactions()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                Instant happened = Instant.parse(header(record, CloudEventHeader.TIME));
                lag.add(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - happened.toEpochMilli()));
                note(record, order);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StackFailed("only %d events came".formatted(order.records()));
            }
        }
        return order;
    }

    private static void note(ConsumerRecord<String, byte[]> record, Order order) {
        int size = record.serializedKeySize() + record.serializedValueSize();
        for (Header header : record.headers()) {
            size += header.key().length() + header.value().length;
        }
        order.came(record.key(), Integer.parseInt(header(record, CloudEventHeader.SEQUENCE)), size);
    }

    private static String header(ConsumerRecord<String, byte[]> record, CloudEventHeader name) {
        return new String(record.headers().lastHeader(name.key()).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
