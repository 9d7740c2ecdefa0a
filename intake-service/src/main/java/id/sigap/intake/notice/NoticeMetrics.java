package id.sigap.intake.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many mails wait, and how many were given up: the latter should alarm somebody. */
@ApplicationScoped
class NoticeMetrics {

    private final Notices notices;
    private final MeterRegistry metrics;

    NoticeMetrics(Notices notices, MeterRegistry metrics) {
        this.notices = notices;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent event) {
        gauge("sigap.notices.pending", "mails to reporters that are not sent yet", DeliveryState.PENDING);
        gauge("sigap.notices.failed", "mails to reporters that were given up", DeliveryState.FAILED);
    }

    private void gauge(String name, String description, DeliveryState state) {
        Gauge.builder(name, () -> QuarkusTransaction.requiringNew().call(() -> notices.count("state", state)))
                .description(description)
                .register(metrics);
    }
}
