package id.sigap.intake.derivative;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many pieces of evidence were given up after all their tries: somebody should look at what they do to the programs here. */
@ApplicationScoped
class DerivativeMetrics {

    private final Derivatives derivatives;
    private final DerivativeConfig config;
    private final MeterRegistry metrics;

    DerivativeMetrics(Derivatives derivatives, DerivativeConfig config, MeterRegistry metrics) {
        this.derivatives = derivatives;
        this.config = config;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("sigap.derivatives.failed", () -> QuarkusTransaction.requiringNew()
                        .call(() -> derivatives.givenUpAfter(config.tries())))
                .description("pieces of evidence of which nothing to be shown came in as many tries as there are")
                .register(metrics);
    }
}
