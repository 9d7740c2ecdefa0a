package id.sigap.ticket.ticket;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** How many tickets stand in each state: {@code sigap_tickets{state="BLOCKED"}}. Counted now and then, not at each scrape. */
@Startup
@Singleton
class TicketGauges {

    private final Tickets tickets;
    private volatile Map<State, Long> counts = Map.of();

    TicketGauges(Tickets tickets, MeterRegistry metrics) {
        this.tickets = tickets;
        for (State state : State.values()) {
            Gauge.builder("sigap.tickets", () -> counts.getOrDefault(state, 0L))
                    .description("Tickets by state")
                    .tag("state", state.name())
                    .register(metrics);
        }
    }

    @Scheduled(every = "{sigap.metrics.count-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        counts = QuarkusTransaction.joiningExisting().call(() -> {
            List<Object[]> rows = tickets.getEntityManager()
                    .createQuery("select state, count(*) from Ticket group by state", Object[].class)
                    .getResultList();
            return rows.stream().collect(toMap(row -> (State) row[0], row -> (Long) row[1]));
        });
    }
}
