package id.sigap.local.actors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.events.CloudEventHeader;
import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import id.sigap.local.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One operator's machine with its own Kafka user: reads what it is asked, writes what it did. Knows nothing but JSON. */
public final class OperatorTopics {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WITHDRAWN = "id.sigap.operator.action-withdrawn.v1";

    private final Map<String, Object> connection;
    private final OperatorCode operator;

    OperatorTopics(Stack stack, String operator) {
        this.operator = new OperatorCode(operator);
        this.connection = new HashMap<>(stack.kafkaClient(operator.toLowerCase(Locale.ROOT)));
    }

    public String requests() {
        return Topic.requestsTo(operator).name();
    }

    public String confirmations() {
        return Topic.confirmationsOf(operator).name();
    }

    /** Waits for a request about the number. */
    public JsonNode requestFor(String number, String action) {
        return waitFor(requests(), record -> {
                    JsonNode value = json(record.value());
                    return value.path("number").asText().equals(number)
                            && value.path("action").asText().equals(action);
                })
                .map(record -> json(record.value()))
                .orElseThrow(
                        () -> new AssertionError("no %s request for %s on %s".formatted(action, number, requests())));
    }

    /** Waits until the request is withdrawn: a record of another type, which its header names. */
    public JsonNode withdrawalOf(String request) {
        return waitFor(
                        requests(),
                        record -> type(record).equals(WITHDRAWN)
                                && json(record.value()).path("request").asText().equals(request))
                .map(record -> json(record.value()))
                .orElseThrow(() -> new AssertionError("%s was not withdrawn on %s".formatted(request, requests())));
    }

    private static String type(ConsumerRecord<String, String> record) {
        Header type = record.headers().lastHeader(CloudEventHeader.TYPE.key());
        return type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
    }

    /** Answers a request. @return when the broker says the answer came */
    public Instant reply(JsonNode answer) {
        return write(confirmations(), answer.path("request").asText(), answer.toString());
    }

    /** @throws AssertionError naming the broker's refusal */
    public Instant write(String topic, String key, String value) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("max.block.ms", "10000");
        settings.put("delivery.timeout.ms", "10000");
        settings.put("request.timeout.ms", "5000");
        settings.put("linger.ms", "0");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            return Instant.ofEpochMilli(producer.send(record).get().timestamp());
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getClass().getSimpleName(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Everything on a topic that is there already. @throws org.apache.kafka.common.KafkaException if the broker refuses */
    public List<ConsumerRecord<String, String>> readAll(String topic) {
        try (KafkaConsumer<String, String> consumer = consumerOf(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            List<ConsumerRecord<String, String>> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    /** Waits for a record that fits. */
    public Optional<ConsumerRecord<String, String>> waitFor(
            String topic, Predicate<ConsumerRecord<String, String>> fits) {
        try (KafkaConsumer<String, String> consumer = consumerOf(topic)) {
            Instant end = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    if (fits.test(record)) {
                        return Optional.of(record);
                    }
                }
            }
            return Optional.empty();
        }
    }

    private KafkaConsumer<String, String> consumerOf(String topic) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("default.api.timeout.ms", "10000");
        settings.put("enable.auto.commit", "false");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        try {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
