package id.sigap.sla.watermark;

import id.sigap.sla.policy.SlaConfig;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells whether deadlines can be judged. Always UP: a notifier that stands still is no reason to restart this service. */
@Wellness
@ApplicationScoped
public class HorizonCheck implements HealthCheck {

    @Inject
    Horizon horizon;

    @Inject
    SlaConfig config;

    @Override
    public HealthCheckResponse call() {
        Optional<Duration> age = horizon.age();
        boolean stalled = age.map(behind -> behind.compareTo(config.watermark().stalledAfter()) > 0)
                .orElse(true);
        var answer = HealthCheckResponse.named("confirmations seen")
                .up()
                .withData("stalled", stalled)
                .withData("partitions", horizon.partitions().orElse(0));
        age.ifPresent(behind -> answer.withData("behindSeconds", behind.toSeconds()));
        horizon.marks()
                .forEach(mark -> answer.withData(
                        "partition-" + mark.partition(), mark.through().toString()));
        return answer.build();
    }
}
