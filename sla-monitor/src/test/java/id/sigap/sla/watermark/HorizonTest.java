package id.sigap.sla.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.sla.Wire;
import id.sigap.sla.policy.SlaConfig;
import id.sigap.testing.WithSigapInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "sla")
class HorizonTest {

    @Inject
    @Wellness
    HorizonCheck check;

    @Inject
    Horizon horizon;

    @Inject
    MeterRegistry metrics;

    @Inject
    Wire wire;

    @Test
    void horizon_isTheOldestWatermark_andMetricsTellItsAge() {
        // Given
        Instant now = Instant.now();
        // When
        wire.published(now);
        // Then
        await().atMost(Duration.ofSeconds(15))
                .until(() -> data(check).get("stalled").equals(false));
        assertThat(data(check)).containsEntry("partitions", 3L);
        assertThat(metrics.get("sigap.sla.watermark.age").gauge().value()).isBetween(0.0, 30.0);
    }

    @Test
    void silentNotifier_isToldInHealth_butDoesNotTakeTheServiceDown() {
        // Given
        var impatient = new HorizonCheck();
        impatient.horizon = horizon;
        impatient.config = stalledAfter(Duration.ZERO);
        // When
        var answer = impatient.call();
        // Then
        assertThat(data(impatient)).containsEntry("stalled", true);
        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    private static Map<String, Object> data(HorizonCheck check) {
        return check.call().getData().orElseThrow();
    }

    private static SlaConfig stalledAfter(Duration patience) {
        return new SmallRyeConfigBuilder()
                .withMapping(SlaConfig.class)
                .withDefaultValue("sigap.sla.watermark.stalled-after", patience.toString())
                .withConverter(
                        Duration.class,
                        500,
                        text -> text.startsWith("PT") ? Duration.parse(text) : Duration.parse("PT" + text))
                .build()
                .getConfigMapping(SlaConfig.class);
    }
}
