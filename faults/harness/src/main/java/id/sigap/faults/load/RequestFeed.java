package id.sigap.faults.load;

import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** An operator's consumer: hears each request once, however often it comes, and starts over when the broker is gone. */
final class RequestFeed implements Runnable {

    /** @param dueAt the latest moment to confirm */
    record Request(String id, String number, Instant dueAt) {}

    private final OperatorCode operator;
    private final Map<String, Object> settings;
    private final Patience patience;
    private final Consumer<Request> heard;
    private final Set<String> known = new HashSet<>();

    RequestFeed(OperatorCode operator, Map<String, String> kafka, Patience patience, Consumer<Request> heard) {
        this.operator = operator;
        this.settings = new HashMap<>(kafka);
        this.settings.put("enable.auto.commit", "false");
        this.settings.put("auto.offset.reset", "earliest");
        this.settings.put("default.api.timeout.ms", "5000");
        this.patience = patience;
        this.heard = heard;
    }

    @Override
    public void run() {
        try {
            while (!patience.isOver()) {
                try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                    listen(consumer);
                } catch (KafkaException _) {
                    patience.pause("the broker", Duration.ofSeconds(1));
                }
            }
        } catch (GaveUp _) {
            // everybody goes home
        }
    }

    private void listen(KafkaConsumer<String, String> consumer) {
        List<TopicPartition> partitions = consumer
                .partitionsFor(Topic.requestsTo(operator).name())
                .stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (!patience.isOver()) {
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(300))) {
                var request = Operator.json(record.value());
                String id = request.path("request").asText();
                // a withdrawal has no due time: it asks for nothing
                if (!id.isEmpty() && request.has("dueAt") && known.add(id)) {
                    heard.accept(new Request(
                            id,
                            request.path("number").asText(),
                            Instant.parse(request.path("dueAt").asText())));
                }
            }
        }
    }
}
