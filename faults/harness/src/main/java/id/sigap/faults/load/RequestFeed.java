package id.sigap.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.events.Action;
import id.sigap.events.CloudEventHeader;
import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** An operator's consumer: hears each request and each withdrawal once, however often it comes, and starts over when the broker is gone. */
final class RequestFeed implements Runnable {

    /** @param dueAt the latest moment to confirm */
    record Request(String id, Action action, String number, Instant dueAt) {}

    /** Who follows what is asked, and what is withdrawn again. */
    interface Listener {

        void asked(Request request);

        void withdrawn(String request);
    }

    private static final String REQUESTED = "id.sigap.operator.action-requested.v1";
    private static final String WITHDRAWN = "id.sigap.operator.action-withdrawn.v1";

    private final OperatorCode operator;
    private final Map<String, Object> settings;
    private final Patience patience;
    private final Listener listener;
    private final Set<String> known = new HashSet<>();

    RequestFeed(OperatorCode operator, Map<String, String> kafka, Patience patience, Listener listener) {
        this.operator = operator;
        this.settings = new HashMap<>(kafka);
        this.settings.put("enable.auto.commit", "false");
        this.settings.put("auto.offset.reset", "earliest");
        this.settings.put("default.api.timeout.ms", "5000");
        this.patience = patience;
        this.listener = listener;
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
                hear(type(record), Operator.json(record.value()));
            }
        }
    }

    /** Types that nobody here knows are passed over. */
    private void hear(String type, JsonNode told) {
        String id = told.path("request").asText();
        if (id.isEmpty() || !known.add(type + " " + id)) {
            return;
        }
        switch (type) {
            case REQUESTED ->
                listener.asked(new Request(
                        id,
                        Action.valueOf(told.path("action").asText()),
                        told.path("number").asText(),
                        Instant.parse(told.path("dueAt").asText())));
            case WITHDRAWN -> listener.withdrawn(id);
            default -> {}
        }
    }

    private static String type(ConsumerRecord<String, String> record) {
        Header header = record.headers().lastHeader(CloudEventHeader.TYPE.key());
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
