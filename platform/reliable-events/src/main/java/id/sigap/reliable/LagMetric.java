package id.sigap.reliable;

import id.sigap.lag.ConsumerLag;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** How far this service's groups are behind, asked of Kafka every few seconds; no figure is better than an old one. */
@ApplicationScoped
class LagMetric {

    private static final Logger LOG = Logger.getLogger(LagMetric.class);
    private final InboxLag inbox;
    private final Duration every;
    private final MultiGauge gauge;
    private final CountDownLatch stopping = new CountDownLatch(1);

    LagMetric(InboxLag inbox, InboxConfig config, MeterRegistry metrics) {
        this.inbox = inbox;
        this.every = config.lagEvery();
        this.gauge = MultiGauge.builder("sigap.inbox.lag")
                .description("records on Kafka that this service has yet to handle")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("lag").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void run() {
        try {
            while (!stopsWithin(every)) {
                try (ConsumerLag lag = inbox.asking()) {
                    do {
                        show(lag);
                    } while (!stopsWithin(every));
                } catch (ExecutionException | TimeoutException | KafkaException e) {
                    LOG.debugf("Kafka does not say how far this service is behind: %s", e.getMessage());
                    gauge.register(List.of(), true);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(ConsumerLag lag) throws ExecutionException, TimeoutException, InterruptedException {
        gauge.register(
                inbox.byTopic(lag).entrySet().stream()
                        .map(topic -> MultiGauge.Row.of(Tags.of("topic", topic.getKey()), topic.getValue()))
                        .toList(),
                true);
    }

    private boolean stopsWithin(Duration pause) throws InterruptedException {
        return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
