package id.sigap.reliable;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What waits, and since when, asked of the database when the metrics are. */
@ApplicationScoped
class ReliableEventsMetrics {

    private final DataSource database;

    ReliableEventsMetrics(DataSource database) {
        this.database = database;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        gauge(metrics, "sigap.journal.pending", "events Kafka has not acknowledged", "select count(*) from pending");
        gauge(
                metrics,
                "sigap.journal.pending.age.seconds",
                "age of the oldest event Kafka has not acknowledged",
                "select coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0) from pending");
        gauge(
                metrics,
                "sigap.inbox.dead",
                "dead letters nobody has looked after",
                "select count(*) from set_aside where state = 'DEAD'");
        gauge(
                metrics,
                "sigap.inbox.parked",
                "events that wait for an earlier version of their aggregate",
                "select count(*) from set_aside where state = 'WAITING'");
    }

    private void gauge(MeterRegistry metrics, String name, String meaning, String sql) {
        Gauge.builder(name, () -> ask(sql)).description(meaning).register(metrics);
    }

    private double ask(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getDouble(1);
        } catch (SQLException _) {
            return Double.NaN;
        }
    }
}
