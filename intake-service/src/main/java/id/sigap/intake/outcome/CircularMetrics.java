package id.sigap.intake.outcome;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many circulars are under way: for seconds, or something holds them up. */
@ApplicationScoped
class CircularMetrics {

    private final Circulars circulars;
    private final MeterRegistry metrics;

    CircularMetrics(Circulars circulars, MeterRegistry metrics) {
        this.circulars = circulars;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("sigap.circulars.pending", () -> QuarkusTransaction.requiringNew()
                        .call(circulars::count))
                .description("what is still to be told to some of a ticket's reports")
                .register(metrics);
    }
}
