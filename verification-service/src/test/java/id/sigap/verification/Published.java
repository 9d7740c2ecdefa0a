package id.sigap.verification;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import id.sigap.events.Topic;
import id.sigap.events.verification.VerificationEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the service said on {@code sigap.verifications}, as any client reads it. */
@ApplicationScoped
public class Published {

    private final String servers;

    Published(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    /** One record: its headers as text, its payload as the event. */
    public record Said(String key, Map<String, String> headers, VerificationEvent event) {}

    /** Waits for that many records of a subject, in the order of the topic. */
    public List<Said> of(Object subject, int count) {
        return await().atMost(Duration.ofSeconds(15))
                .until(() -> read(subject.toString()), said -> said.size() >= count);
    }

    private List<Said> read(String subject) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.VERIFICATIONS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var said = new ArrayList<Said>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (var sent : consumer.poll(Duration.ofMillis(200))) {
                    if (subject.equals(sent.key())) {
                        said.add(said(sent));
                    }
                }
            }
            return said;
        }
    }

    private static Said said(ConsumerRecord<String, byte[]> sent) {
        Map<String, String> headers = StreamSupport.stream(sent.headers().spliterator(), false)
                .collect(toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
        var type = EventType.named(headers.get("ce_type")).orElseThrow();
        return new Said(sent.key(), headers, (VerificationEvent) EventCodec.read(sent.value(), type.record()));
    }
}
