package id.sigap.verification.queue;

import id.sigap.service.Sql;
import id.sigap.verification.casework.CaseState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How much work lies on the desk, as gauges: open cases by state, how long the oldest has waited for an officer, and decided ones whose
 * reporters wrote again.
 */
@Startup
@ApplicationScoped
class Backlog {

    private static final String OPEN = """
            select state, count(*) as cases, min(submitted_at) as oldest
            from verification_case
            where state in %s
            group by state
            """.formatted(CaseState.in(CaseState::isQueued));

    private static final String WRITTEN_AFTER = """
            select count(*) from verification_case
            where unread_messages > 0 and state in %s
            """.formatted(CaseState.in(CaseState::isDecided));

    private final Sql sql;
    private final Clock clock;
    private volatile Map<CaseState, Integer> cases = Map.of();
    private volatile long writtenAfter;
    private volatile Optional<Instant> oldestWaiting = Optional.empty();

    Backlog(Sql sql, Clock clock, MeterRegistry metrics) {
        this.sql = sql;
        this.clock = clock;
        Arrays.stream(CaseState.values()).filter(CaseState::isQueued).forEach(state -> Gauge.builder(
                        "sigap.verification.cases", () -> cases.getOrDefault(state, 0))
                .tag("state", state.name())
                .description("Open cases")
                .register(metrics));
        Gauge.builder("sigap.verification.written.after", () -> writtenAfter)
                .description("Decided cases whose reporters wrote something that nobody has read")
                .register(metrics);
        TimeGauge.builder("sigap.verification.oldest.waiting", this::oldestWaitingSeconds, TimeUnit.SECONDS)
                .description("How long the oldest case has waited for an officer")
                .register(metrics);
    }

    /** Counting at every scrape would let whoever scrapes decide how busy the database is. */
    @Scheduled(every = "15s")
    void count() {
        var counted = new EnumMap<CaseState, Integer>(CaseState.class);
        Optional<Instant> oldest = Optional.empty();
        for (Pile pile : sql.rows(Pile::of, OPEN)) {
            counted.put(pile.state(), pile.cases());
            if (pile.state() == CaseState.WAITING) {
                oldest = Optional.of(pile.oldest());
            }
        }
        cases = counted;
        writtenAfter = sql.number(WRITTEN_AFTER);
        oldestWaiting = oldest;
    }

    private double oldestWaitingSeconds() {
        return oldestWaiting
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private record Pile(CaseState state, int cases, Instant oldest) {

        static Pile of(ResultSet row) throws SQLException {
            return new Pile(
                    CaseState.valueOf(row.getString("state")),
                    row.getInt("cases"),
                    row.getObject("oldest", OffsetDateTime.class).toInstant());
        }
    }
}
