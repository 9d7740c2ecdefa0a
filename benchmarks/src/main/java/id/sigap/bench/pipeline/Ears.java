package id.sigap.bench.pipeline;

import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears everything on some topics from now on, on a thread of its own. */
final class Ears implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final Consumer<ConsumerRecord<String, String>> heard;
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread;

    Ears(Stack stack, List<String> topics, Consumer<ConsumerRecord<String, String>> heard) {
        Map<String, Object> settings = new HashMap<>(stack.kafkaClient(KafkaRights.ADMIN));
        settings.put("enable.auto.commit", "false");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        this.heard = heard;
        this.thread = Thread.ofPlatform().name("ears").start(() -> listen(topics));
        await();
    }

    private void await() {
        try {
            listening.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(List<String> topics) {
        try (consumer) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position); // seeking is done when the position is asked for
            listening.countDown();
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(heard);
            }
        } catch (WakeupException _) {
            // nobody listens any more
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
