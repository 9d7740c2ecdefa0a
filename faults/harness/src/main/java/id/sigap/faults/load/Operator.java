package id.sigap.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.faults.history.ClientLog;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** One operator's machine, and the network behind it: answers over its topic or over REST, and again until it knows that the answer was taken. */
final class Operator extends Client implements AutoCloseable {

    /** Where an answer is given. */
    enum Way {
        KAFKA,
        REST
    }

    static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEND_SECONDS = 12;

    private final OperatorCode code;
    private final Web rest;
    private final Patience patience;
    private final Network network;
    private final KafkaProducer<String, String> producer;

    Operator(ClientLog log, Network network, Web rest, Map<String, String> kafka, Patience patience) {
        super(log);
        this.code = network.operator();
        this.network = network;
        this.rest = rest;
        this.patience = patience;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("linger.ms", "0");
        settings.put("max.block.ms", "5000");
        settings.put("request.timeout.ms", "5000");
        settings.put("delivery.timeout.ms", "10000");
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    OperatorCode code() {
        return code;
    }

    Network network() {
        return network;
    }

    /** Answers until the answer was taken, or nobody wants it any more. */
    void answers(String request, String outcome, Way way) {
        answers(request, outcome, Map.of(), way);
    }

    /** Refuses until that was taken. */
    void declines(String request, DeclineReason reason, Way way) {
        answers(request, "DECLINED", Map.of("reason", reason.name()), way);
    }

    private void answers(String request, String outcome, Map<String, String> with, Way way) {
        patience.until(code + " to say " + outcome + " to " + request, () -> Optional.of(
                        answer(Operation.REPLY, request, outcome, with, way))
                .filter(answer -> answer.isOk() || answer.isTooLate()));
    }

    /** Answers, once, what another operator was asked. */
    void intrudes(String request, Way way) {
        answer(Operation.INTRUDE, request, "CONFIRMED", Map.of(), way);
    }

    private Answer answer(Operation operation, String request, String outcome, Map<String, String> with, Way way) {
        Map<String, String> asked = Map.of(
                Fact.OPERATOR, code.value(), Fact.REQUEST, request, Fact.OUTCOME, outcome, Fact.CHANNEL, way.name());
        return switch (way) {
            case REST ->
                tries(
                        operation,
                        asked,
                        () -> rest.post("/api/v1/requests/" + request + "/" + verb(outcome), with),
                        _ -> Map.of(Fact.AT, Instant.now().toString()));
            case KAFKA -> tries(operation, asked, () -> send(request, outcome, with), Operator::place);
        };
    }

    private static Map<String, String> place(Answer sent) {
        return Map.of(
                Fact.AT, sent.text(Fact.AT),
                Fact.TOPIC, sent.text(Fact.TOPIC),
                Fact.PARTITION, sent.text(Fact.PARTITION),
                Fact.OFFSET, sent.text(Fact.OFFSET));
    }

    private static String verb(String outcome) {
        return switch (outcome) {
            case "ACKNOWLEDGED" -> "acknowledge";
            case "CONFIRMED" -> "confirm";
            case "DECLINED" -> "decline";
            default -> throw new IllegalArgumentException(outcome);
        };
    }

    private Answer send(String request, String outcome, Map<String, String> with) {
        ObjectNode reply = JSON.createObjectNode().put("request", request).put("outcome", outcome);
        with.forEach(reply::put);
        String value = reply.toString();
        try {
            RecordMetadata there = producer.send(
                            new ProducerRecord<>(Topic.confirmationsOf(code).name(), request, value))
                    .get(SEND_SECONDS, TimeUnit.SECONDS);
            JsonNode place = JSON.createObjectNode()
                    .put(Fact.AT, Instant.ofEpochMilli(there.timestamp()).toString())
                    .put(Fact.TOPIC, there.topic())
                    .put(Fact.PARTITION, Integer.toString(there.partition()))
                    .put(Fact.OFFSET, Long.toString(there.offset()));
            return new Answer(Phase.OK, 0, place, "");
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return Answer.none(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new GaveUp("interrupted");
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
