package id.sigap.faults.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Topic;
import id.sigap.local.service.Service;
import id.sigap.local.stack.KafkaRights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Records that come twice, out of order, or should never have been written. */
final class RecordFaults {

    private static final int COPIED_OF_EACH_PARTITION = 100;
    private static final int TOO_LARGE = 10 * 1024 * 1024;
    private static final Duration HELD = Duration.ofSeconds(6);
    /** Longer than the shortest window of an operator that answers in time, see SystemUnderTest. */
    private static final Duration PAST_A_WINDOW = Duration.ofSeconds(22);

    private static final Duration STORM = Duration.ofSeconds(15);
    private static final Duration STORM_STEP = Duration.ofSeconds(3);
    private static final List<String> FAMILIES = Stream.of(
                    Topic.REPORTS, Topic.VERIFICATIONS, Topic.TICKETS, Topic.CONFIRMATIONS)
            .map(Topic::name)
            .toList();

    private RecordFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        Set<Target> records = Set.of(Target.RECORDS);
        faults.add(Fault.always(
                "duplicates",
                "the last records of every topic are written once more",
                records,
                RecordFaults::duplicate));
        faults.add(Fault.always(
                "poison",
                "bad JSON, wrong schema, 10 MB, null key, tombstone, no headers, on every topic that is listened to",
                records,
                RecordFaults::poison));
        faults.add(Fault.always(
                "new-version",
                "events of a version and with fields that this release doesn't know",
                records,
                RecordFaults::fromTheFuture));
        faults.add(Fault.always(
                "overtaking",
                "what is on one topic is held back while another goes on: confirmations before requests, ends before decisions",
                records,
                RecordFaults::holdBack));
        faults.add(Fault.always(
                "late-confirmations",
                "the deadlines' service hears of confirmations only after windows have passed",
                records,
                (site, dice) -> hold(site, Service.SLA, Topic.CONFIRMATIONS.name(), PAST_A_WINDOW)));
        faults.add(Fault.always(
                "rebalance-storm", "a member comes or goes in every group, every 3 s", records, RecordFaults::storm));
        return faults;
    }

    private static void duplicate(Site site, RandomGenerator dice) throws InterruptedException {
        try (var producer = site.wire().producer()) {
            for (String topic : FAMILIES) {
                for (ConsumerRecord<byte[], byte[]> record : site.wire().last(topic, COPIED_OF_EACH_PARTITION)) {
                    producer.send(copy(record));
                }
            }
            producer.flush();
            // an answer that was refused is refused again: where each copy lies is noted
            for (String topic : operatorTopics()) {
                for (ConsumerRecord<byte[], byte[]> record : site.wire().last(topic, COPIED_OF_EACH_PARTITION)) {
                    site.wire().write(producer, "duplicates", copy(record));
                }
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.key(), record.value(), new RecordHeaders(record.headers()));
    }

    private static void poison(Site site, RandomGenerator dice) throws InterruptedException {
        try (var producer = site.wire().producer()) {
            for (String topic :
                    Stream.concat(FAMILIES.stream(), operatorTopics().stream()).toList()) {
                List<ConsumerRecord<byte[], byte[]>> there = site.wire().last(topic, 1);
                for (byte[] value : badValues(dice)) {
                    site.wire()
                            .write(
                                    producer,
                                    "poison",
                                    poisoned(topic, UUID.randomUUID().toString(), value));
                }
                site.wire().write(producer, "poison", poisoned(topic, null, "{}".getBytes(UTF_8)));
                site.wire()
                        .write(
                                producer,
                                "poison",
                                poisoned(topic, UUID.randomUUID().toString(), null));
                site.wire()
                        .write(
                                producer,
                                "poison",
                                new ProducerRecord<>(topic, "nobody".getBytes(UTF_8), "{}".getBytes(UTF_8)));
                if (!there.isEmpty() && there.getFirst().key() != null) {
                    site.wire()
                            .write(
                                    producer,
                                    "poison",
                                    poisoned(topic, new String(there.getFirst().key(), UTF_8), "{".getBytes(UTF_8)));
                }
            }
        }
    }

    private static List<byte[]> badValues(RandomGenerator dice) {
        byte[] noise = new byte[512];
        dice.nextBytes(noise);
        return List.of(
                "{\"report\":".getBytes(UTF_8),
                "{\"colour\":\"red\"}".getBytes(UTF_8),
                "[]".getBytes(UTF_8),
                noise,
                new byte[TOO_LARGE]);
    }

    /** Looks like an event of the topic's family, down to the value. */
    private static ProducerRecord<byte[], byte[]> poisoned(String topic, String key, byte[] value) {
        var record = new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value);
        describe(record, key == null ? "" : key, typeOn(topic));
        return record;
    }

    private static String typeOn(String topic) {
        return switch (topic) {
            case "sigap.reports" -> "id.sigap.report.report-submitted.v1";
            case "sigap.verifications" -> "id.sigap.verification.evidence-verified.v1";
            case "sigap.tickets" -> "id.sigap.ticket.block-requested.v1";
            default -> "id.sigap.confirmation.block-confirmed.v1";
        };
    }

    private static void fromTheFuture(Site site, RandomGenerator dice) throws InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = site.wire().producer()) {
            for (String topic : FAMILIES) {
                String subject = UUID.randomUUID().toString();
                var unknown = new ProducerRecord<>(topic, subject.getBytes(UTF_8), "{\"new\":true}".getBytes(UTF_8));
                describe(unknown, subject, typeOn(topic).replace(".v1", ".v9"));
                site.wire().write(producer, "new-version", unknown);
                for (ConsumerRecord<byte[], byte[]> record : site.wire().last(topic, 5)) {
                    site.wire().write(producer, "new-version", withMoreFields(record));
                }
            }
        }
    }

    /** The same event as a later release would say it: with a field more. */
    private static ProducerRecord<byte[], byte[]> withMoreFields(ConsumerRecord<byte[], byte[]> record) {
        String value = record.value() == null ? "" : new String(record.value(), UTF_8);
        ProducerRecord<byte[], byte[]> copy = copy(record);
        return value.endsWith("}") && value.length() > 2
                ? new ProducerRecord<>(
                        copy.topic(),
                        copy.partition(),
                        copy.key(),
                        (value.substring(0, value.length() - 1) + ",\"addedLater\":[1]}").getBytes(UTF_8),
                        copy.headers())
                : copy;
    }

    private static void describe(ProducerRecord<byte[], byte[]> record, String subject, String type) {
        header(record, CloudEventHeader.SPEC_VERSION, "1.0");
        header(record, CloudEventHeader.ID, UUID.randomUUID().toString());
        header(record, CloudEventHeader.SOURCE, "/sigap/fault-harness");
        header(record, CloudEventHeader.TYPE, type);
        header(record, CloudEventHeader.SUBJECT, subject);
        header(record, CloudEventHeader.TIME, Instant.now().toString());
        header(record, CloudEventHeader.SEQUENCE, "1");
        header(record, CloudEventHeader.CONTENT_TYPE, "application/json");
    }

    private static void header(ProducerRecord<byte[], byte[]> record, CloudEventHeader header, String value) {
        record.headers().add(header.key(), value.getBytes(UTF_8));
    }

    private static void holdBack(Site site, RandomGenerator dice) {
        record Held(Service group, String topic) {}
        List<Held> choices = List.of(
                new Held(Service.SLA, Topic.TICKETS.name()),
                new Held(Service.SLA, Topic.CONFIRMATIONS.name()),
                new Held(Service.TICKET, Topic.VERIFICATIONS.name()),
                new Held(Service.INTAKE, Topic.VERIFICATIONS.name()),
                new Held(Service.INTAKE, Topic.TICKETS.name()));
        Held held = choices.get(dice.nextInt(choices.size()));
        hold(site, held.group(), held.topic(), HELD);
    }

    private static void hold(Site site, Service group, String topic, Duration time) {
        try (var stray = site.wire().stray(group.id())) {
            stray.subscribe(List.of(topic));
            hold(stray, time);
        }
    }

    private static void storm(Site site, RandomGenerator dice) {
        long end = System.nanoTime() + STORM.toNanos();
        while (System.nanoTime() < end) {
            for (Service service : Service.values()) {
                var stray = site.wire().stray(service.id());
                try (stray) {
                    stray.subscribe(FAMILIES.subList(dice.nextInt(FAMILIES.size()), FAMILIES.size()));
                    hold(stray, STORM_STEP.dividedBy(Service.values().length));
                }
            }
        }
    }

    /** Stays a member of the group, and does nothing with what it is given. */
    private static void hold(KafkaConsumer<byte[], byte[]> stray, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            stray.poll(Duration.ofMillis(100));
            stray.pause(stray.assignment());
        }
    }

    private static List<String> operatorTopics() {
        return KafkaRights.OPERATORS.stream()
                .map(operator -> Topic.confirmationsOf(operator).name())
                .toList();
    }
}
