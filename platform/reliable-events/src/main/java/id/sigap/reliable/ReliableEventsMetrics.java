package id.sigap.reliable;

import id.sigap.journal.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** What waits, and since when, asked of the database when the metrics are: once for all of them. */
@ApplicationScoped
class ReliableEventsMetrics {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final DataSource database;
    private Optional<Backlog> latest = Optional.empty();
    private long askedAt = System.nanoTime() - FRESH.toNanos();

    ReliableEventsMetrics(DataSource database) {
        this.database = database;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        gauge(metrics, "sigap.journal.pending", "events Kafka has not acknowledged", Backlog::pending);
        gauge(
                metrics,
                "sigap.journal.pending.age.seconds",
                "age of the oldest event Kafka has not acknowledged",
                backlog -> seconds(backlog.pendingAge()));
        gauge(metrics, "sigap.inbox.dead", "dead letters nobody has looked after", Backlog::dead);
        gauge(
                metrics,
                "sigap.inbox.dead.age.seconds",
                "how long the oldest dead letter has been dead",
                backlog -> seconds(backlog.deadAge()));
        gauge(
                metrics,
                "sigap.inbox.parked",
                "events that wait on the shelf, for an earlier version of their aggregate",
                Backlog::parked);
        gauge(
                metrics,
                "sigap.inbox.parked.keys",
                "aggregates that have events waiting on the shelf",
                Backlog::parkedKeys);
    }

    private void gauge(MeterRegistry metrics, String name, String meaning, ToDoubleFunction<Backlog> figure) {
        Gauge.builder(name, () -> ask().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(meaning)
                .register(metrics);
    }

    private synchronized Optional<Backlog> ask() {
        if (System.nanoTime() - askedAt >= FRESH.toNanos()) {
            try (Connection connection = database.getConnection()) {
                latest = Optional.of(Backlog.of(connection));
            } catch (SQLException _) {
                latest = Optional.empty();
            }
            askedAt = System.nanoTime();
        }
        return latest;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
