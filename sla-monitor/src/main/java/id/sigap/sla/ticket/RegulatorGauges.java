package id.sigap.sla.ticket;

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

/** How many tickets wait for the regulator, by what for, as the operators' clocks are counted. Every replica says the same: take the maximum. */
@ApplicationScoped
public class RegulatorGauges {

    // A partial index holds just these.
    private static final String COUNT = """
            select kind.awaited,
                   count(ticket) as open,
                   count(ticket) filter (where since <= now() - ? * interval '1 millisecond'
                       and since > now() - ? * interval '1 millisecond') as at_risk,
                   count(ticket) filter (where since <= now() - ? * interval '1 millisecond') as overdue
            from (values ('OPERATOR_NAME'), ('REROUTE'), ('SECOND_APPROVAL')) as kind(awaited)
            left join ticket_clock on ticket_clock.awaited = kind.awaited
                and ticket_clock.awaited in ('OPERATOR_NAME', 'REROUTE', 'SECOND_APPROVAL')
            group by kind.awaited""";

    @Inject
    DataSource database;

    @Inject
    RegulatorWaits regulator;

    private final MultiGauge open;
    private final MultiGauge atRisk;
    private final MultiGauge overdue;

    RegulatorGauges(MeterRegistry metrics) {
        open = MultiGauge.builder("sigap.sla.regulator.open")
                .description("tickets that wait for the regulator, those at risk and overdue included")
                .register(metrics);
        atRisk = MultiGauge.builder("sigap.sla.regulator.at.risk")
                .description("tickets that have waited for the regulator for most of its window")
                .register(metrics);
        overdue = MultiGauge.builder("sigap.sla.regulator.overdue")
                .description("tickets that have waited for the regulator longer than its window")
                .register(metrics);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        List<MultiGauge.Row<?>> opens = new ArrayList<>();
        List<MultiGauge.Row<?>> risks = new ArrayList<>();
        List<MultiGauge.Row<?>> overdues = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setLong(1, regulator.untilAtRisk().toMillis());
            statement.setLong(2, regulator.window().toMillis());
            statement.setLong(3, regulator.window().toMillis());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Tags tags = Tags.of("for", row.getString("awaited"));
                    opens.add(MultiGauge.Row.of(tags, row.getLong("open")));
                    risks.add(MultiGauge.Row.of(tags, row.getLong("at_risk")));
                    overdues.add(MultiGauge.Row.of(tags, row.getLong("overdue")));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        open.register(opens, true);
        atRisk.register(risks, true);
        overdue.register(overdues, true);
    }
}
