package id.sigap.bench.pipeline;

import id.sigap.bench.load.Numbers;
import id.sigap.bench.load.Reports;
import id.sigap.bench.load.Web;
import id.sigap.events.CloudEventHeader;
import id.sigap.events.EventType;
import id.sigap.events.Topic;
import id.sigap.events.sla.SlaMet;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Samples;
import id.sigap.local.service.Service;
import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Citizens, an officer and the operators, all scripted: whoever has something to do does it at once. The officer decides as soon as there
 * is evidence, the operators confirm as soon as they are asked.
 */
final class Staff implements AutoCloseable {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Web web;
    private final Reports reports;
    private final URI evidence;
    private final URI cases;
    private final Map<String, String> officer;
    private final byte[] picture = Samples.SCAM_SMS.bytes();
    private final Map<String, Story> byNumber = new ConcurrentHashMap<>();
    private final Map<String, Story> byRequest = new ConcurrentHashMap<>();
    private final Map<String, Story> byReport = new ConcurrentHashMap<>();
    private final KafkaProducer<String, String> operators;
    private final List<Ears> ears;

    Staff(Stack stack, Web web, Numbers numbers) {
        this.web = web;
        this.reports = new Reports(web, stack, numbers);
        this.evidence = stack.api(Service.INTAKE).resolve("/api/v1/report/evidence");
        this.cases = stack.api(Service.VERIFICATION).resolve("/api/v1/cases/");
        this.officer = new HashMap<>(JSON);
        officer.put("Authorization", "Bearer " + stack.tokenFor(Account.SARI));
        Map<String, Object> settings = new HashMap<>(stack.kafkaClient(KafkaRights.ADMIN));
        settings.put("linger.ms", "0");
        this.operators = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        List<String> requests = KafkaRights.OPERATORS.stream()
                .map(operator -> Topic.requestsTo(operator).name())
                .toList();
        this.ears = Stream.of(
                        new Ears(stack, List.of(Topic.VERIFICATIONS.name()), this::officerHears),
                        new Ears(stack, requests, this::operatorIsAsked),
                        new Ears(stack, List.of(Topic.SLA.name()), this::clockStops))
                .toList();
    }

    /** A citizen reports and hands in a picture. @param since when that was due */
    Story report(long since) {
        Story story = Story.dueAt(since);
        reports.take(number -> byNumber.put(number, story))
                .compose(taken -> {
                    byReport.put(taken.report(), story);
                    return web.post(
                            evidence,
                            Map.of("Content-Type", "image/png", "Sigap-Receipt", taken.receipt()),
                            Buffer.buffer(picture),
                            201);
                })
                .onFailure(failure -> fail(story, failure));
        return story;
    }

    private void officerHears(ConsumerRecord<String, String> record) {
        if (isA(EvidenceReceived.class, record)) {
            Story story = byReport.remove(record.key());
            if (story != null) {
                move(record.key(), "claim")
                        .compose(_ -> move(record.key(), "verify"))
                        .onFailure(failure -> fail(story, failure));
            }
        }
    }

    private Future<Buffer> move(String report, String move) {
        return web.post(cases.resolve(report + "/" + move), officer, Buffer.buffer("{}"), 200);
    }

    private void operatorIsAsked(ConsumerRecord<String, String> record) {
        var asked = new JsonObject(record.value());
        Story story = byNumber.remove(asked.getString("number"));
        if (story != null) {
            story.asked().tryComplete();
            String request = asked.getString("request");
            byRequest.put(request, story);
            String answer = record.topic().replace(".requests", ".confirmations");
            operators.send(new ProducerRecord<>(
                    answer,
                    request,
                    new JsonObject()
                            .put("request", request)
                            .put("outcome", "CONFIRMED")
                            .encode()));
        }
    }

    private void clockStops(ConsumerRecord<String, String> record) {
        if (isA(SlaMet.class, record)) {
            Story story = byRequest.remove(record.key());
            if (story != null) {
                story.met().tryComplete();
            }
        }
    }

    private static boolean isA(Class<?> event, ConsumerRecord<String, String> record) {
        var type = record.headers().lastHeader(CloudEventHeader.TYPE.key());
        return EventType.named(new String(type.value(), StandardCharsets.UTF_8))
                .filter(known -> known.record() == event)
                .isPresent();
    }

    private static void fail(Story story, Throwable failure) {
        story.asked().tryFail(failure);
        story.met().tryFail(failure);
    }

    @Override
    public void close() {
        ears.forEach(Ears::close);
        operators.close();
    }
}
