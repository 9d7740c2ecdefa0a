package id.sigap.notifier.delivery;

import id.sigap.reliable.DatabaseFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What has not arrived, by state, channel and operator. For an alarm, not for readiness: a service whose operator is down is not itself
 * down.
 */
@ApplicationScoped
class DeliveryGauges {

    private static final String COUNT = """
            select operator, channel, state, matter, count(*) from delivery
            where state in ('PENDING', 'RETRYING', 'FAILED') group by 1, 2, 3, 4""";

    private final DataSource database;
    private final MeterRegistry metrics;
    private final MultiGauge deliveries;
    /** Everything ever counted: what has drained shows zero, not its last number. */
    private final Map<Tags, Long> counts = new HashMap<>();

    DeliveryGauges(DataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
        this.deliveries = MultiGauge.builder("sigap.deliveries")
                .description("requests that have not reached their operator, by state")
                .register(metrics);
    }

    /** These only grow: counted as they happen. */
    void cancelled(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deliveries.Cancelled delivery) {
        metrics.counter(
                        "sigap.deliveries.cancelled",
                        "operator",
                        delivery.operator().value(),
                        "channel",
                        delivery.channel().name())
                .increment();
    }

    void withdrawn(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deliveries.Withdrawn request) {
        metrics.counter(
                        "sigap.requests.withdrawn",
                        "operator",
                        request.operator().value())
                .increment();
    }

    @Scheduled(every = "{sigap.metrics.count-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT);
                ResultSet row = select.executeQuery()) {
            counts.replaceAll((_, _) -> 0L);
            while (row.next()) {
                var tags = Tags.of(
                        "operator", row.getString(1),
                        "channel", row.getString(2),
                        "state", row.getString(3),
                        "matter", row.getString(4));
                counts.put(tags, row.getLong(5));
            }
            List<MultiGauge.Row<?>> rows = new ArrayList<>();
            counts.forEach((tags, count) -> rows.add(MultiGauge.Row.of(tags, count)));
            deliveries.register(rows, true);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
