package id.sigap.service.start;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;

/**
 * A service has not started until Kafka has answered it once: a wrong address or password shows while it is rolled out. After that an outage of
 * Kafka is nobody's unreadiness: reports are taken all the same, and published later.
 */
@Startup
@Readiness
@ApplicationScoped
class KafkaSeen implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(KafkaSeen.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean seen;

    KafkaSeen(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
        this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("kafka-seen").start(this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void look() {
        try {
            while (!answers()) {
                if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            seen = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            admin.describeCluster().clusterId().get();
            return true;
        } catch (ExecutionException | KafkaException e) {
            LOG.warnf(
                    "not ready: Kafka at %s has not answered yet: %s",
                    kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG), e.getMessage());
            return false;
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Kafka has answered once").status(seen).build();
    }
}
