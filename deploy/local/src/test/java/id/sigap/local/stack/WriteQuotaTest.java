package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.events.OperatorCode;
import id.sigap.infrastructure.BrokerSettings;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.KafkaUser;
import id.sigap.infrastructure.Security;
import id.sigap.infrastructure.TopicSpec;
import id.sigap.local.StackFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("service")
class WriteQuotaTest {

    private static final KafkaUser TELKOMSEL = new KafkaUser("telkomsel", "telkomsel-secret");
    private static final KafkaUser SERVICE = new KafkaUser("ticket-service", "ticket-secret");
    private static final String TOPIC = "operator.telkomsel.confirmations";

    @Test
    void operatorThatWritesTooFast_isSlowedDown_andAServiceIsNot(@TempDir Path folder) throws Exception {
        var security = Security.sasl(new KafkaUser("admin", "admin-secret"), List.of(TELKOMSEL, SERVICE));
        try (var broker =
                KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")).securedBy(security))) {
            // Given
            broker.createTopics(List.of(TopicSpec.writtenByStrangers(TOPIC, 1)));
            broker.allowWrite(TELKOMSEL, TOPIC);
            broker.allowWrite(SERVICE, TOPIC);
            try (var admin = broker.admin()) {
                // When
                new WriteQuota(10_000).establish(admin, List.of(KafkaRights.of(new OperatorCode("TELKOMSEL"))));
            }
            // Then
            assertThat(longestPauseOfWhoWrites(broker.clientProperties(TELKOMSEL)))
                    .isPositive();
            assertThat(longestPauseOfWhoWrites(broker.clientProperties(SERVICE)))
                    .isZero();
        }
    }

    /** In milliseconds, as the broker imposes it on some hundreds of kilobytes. */
    private static double longestPauseOfWhoWrites(Map<String, String> login)
            throws ExecutionException, InterruptedException {
        var producer = new KafkaProducer<>(new HashMap<>(login), new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.send(new ProducerRecord<>(TOPIC, new byte[500_000])).get();
            return producer.metrics().entrySet().stream()
                    .filter(metric -> metric.getKey().name().equals("produce-throttle-time-max"))
                    .mapToDouble(metric -> (double) metric.getValue().metricValue())
                    .findFirst()
                    .orElseThrow();
        } finally {
            producer.close(Duration.ZERO); // it would wait for the pause to end
        }
    }

    @Test
    void quota_isADeployersToSet() {
        assertThat(WriteQuota.ofAnOperator(Map.of())).isEqualTo(WriteQuota.OF_AN_OPERATOR);
        assertThat(WriteQuota.ofAnOperator(Map.of("SIGAP_OPERATOR_BYTES_PER_SECOND", " 1000 ")))
                .isEqualTo(new WriteQuota(1000));
        for (String wrong : List.of("0", "-1", "fast")) {
            assertThatThrownBy(() -> WriteQuota.ofAnOperator(Map.of("SIGAP_OPERATOR_BYTES_PER_SECOND", wrong)))
                    .isInstanceOf(StackFailed.class)
                    .hasMessageContaining("SIGAP_OPERATOR_BYTES_PER_SECOND");
        }
    }
}
