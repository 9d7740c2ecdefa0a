package id.sigap.verification.queue;

import id.sigap.reliable.DatabaseFailure;
import id.sigap.verification.casework.CaseState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
import javax.sql.DataSource;

/** How much work lies on the desk, as gauges: open cases by state, and how long the oldest has waited for an officer. */
@Startup
@ApplicationScoped
class Backlog {

    private static final String OPEN = """
            select state, count(*) as cases, min(submitted_at) as oldest
            from verification_case
            where state in ('WAITING', 'CLAIMED', 'AWAITING_EVIDENCE', 'AWAITING_SECOND_APPROVAL')
            group by state
            """;

    private final DataSource database;
    private final Clock clock;
    private volatile Map<CaseState, Integer> cases = Map.of();
    private volatile Optional<Instant> oldestWaiting = Optional.empty();

    Backlog(DataSource database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        Arrays.stream(CaseState.values()).filter(CaseState::isOpen).forEach(state -> Gauge.builder(
                        "sigap.verification.cases", () -> cases.getOrDefault(state, 0))
                .tag("state", state.name())
                .description("Open cases")
                .register(metrics));
        TimeGauge.builder("sigap.verification.oldest.waiting", this::oldestWaitingSeconds, TimeUnit.SECONDS)
                .description("How long the oldest case has waited for an officer")
                .register(metrics);
    }

    /** Counting at every scrape would let whoever scrapes decide how busy the database is. */
    @Scheduled(every = "15s")
    void count() {
        var counted = new EnumMap<CaseState, Integer>(CaseState.class);
        Optional<Instant> oldest = Optional.empty();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OPEN);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                CaseState state = CaseState.valueOf(row.getString("state"));
                counted.put(state, row.getInt("cases"));
                if (state == CaseState.WAITING) {
                    oldest = Optional.of(
                            row.getObject("oldest", OffsetDateTime.class).toInstant());
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        cases = counted;
        oldestWaiting = oldest;
    }

    private double oldestWaitingSeconds() {
        return oldestWaiting
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
