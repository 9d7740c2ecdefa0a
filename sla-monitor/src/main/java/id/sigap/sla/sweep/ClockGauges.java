package id.sigap.sla.sweep;

import id.sigap.reliable.DatabaseFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** How many clocks each operator has open, at risk and breached, of requests that are still wanted. Every replica says the same: take the maximum, not the sum. */
@ApplicationScoped
public class ClockGauges {

    // A partial index holds just these states.
    private static final String COUNT = """
            select operator,
                   count(*) filter (where state <> 'BREACHED') as open,
                   count(*) filter (where state = 'AT_RISK') as at_risk,
                   count(*) filter (where state = 'BREACHED') as breached
            from clock where state in ('AWAITING_START', 'RUNNING', 'AT_RISK', 'BREACHED') and withdrawn_at is null
            group by operator""";

    /** Counting a million clocks takes a tenth of a second: it pauses so many times as long as it took. */
    private static final int PAUSE = 500;

    @Inject
    DataSource database;

    private long nextAt = System.nanoTime();
    private final MultiGauge open;
    private final MultiGauge atRisk;
    private final MultiGauge breached;

    ClockGauges(MeterRegistry metrics) {
        open = MultiGauge.builder("sigap.sla.open")
                .description("requests unanswered within their window, those at risk included")
                .register(metrics);
        atRisk = MultiGauge.builder("sigap.sla.at.risk")
                .description("requests unanswered with most of their window passed")
                .register(metrics);
        breached = MultiGauge.builder("sigap.sla.breached")
                .description("requests unanswered past their window")
                .register(metrics);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void countUnlessTooOften() {
        long began = System.nanoTime();
        if (began - nextAt >= 0) {
            count();
            long ended = System.nanoTime();
            nextAt = ended + (ended - began) * PAUSE;
        }
    }

    void count() {
        List<MultiGauge.Row<?>> opens = new ArrayList<>();
        List<MultiGauge.Row<?>> risks = new ArrayList<>();
        List<MultiGauge.Row<?>> breaches = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Tags operator = Tags.of("operator", row.getString("operator"));
                opens.add(MultiGauge.Row.of(operator, row.getLong("open")));
                risks.add(MultiGauge.Row.of(operator, row.getLong("at_risk")));
                breaches.add(MultiGauge.Row.of(operator, row.getLong("breached")));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        open.register(opens, true);
        atRisk.register(risks, true);
        breached.register(breaches, true);
    }
}
