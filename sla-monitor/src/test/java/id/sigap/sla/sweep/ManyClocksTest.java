package id.sigap.sla.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.Topic;
import id.sigap.events.sla.SlaMet;
import id.sigap.sla.ARequest;
import id.sigap.sla.Rows;
import id.sigap.sla.Wire;
import id.sigap.testing.TopicReader;
import id.sigap.testing.WithSigapInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many at once: sweeps that run side by side, listeners that meet at the same clocks, plans over a full table. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "sla")
class ManyClocksTest {

    private static final Logger LOG = Logger.getLogger(ManyClocksTest.class);
    private static final int MANY = 10_000;

    private static final String FALL_DUE = """
            insert into clock (request, ticket, operator, ticket_number, action, window_millis, requested_at, clock_start,
                at_risk_share, delivered_at, state, started_at, at_risk_at, due_at)
            select gen_random_uuid(), gen_random_uuid(), 'BULK', 'SGP-2026-000001', 'BLOCK', 3600000, now() - interval '2 hours',
                'DELIVERED', 0.75, now() - interval '2 hours', 'RUNNING', now() - interval '2 hours',
                now() - interval '75 minutes', now() - interval '1 hour'
            from generate_series(1, ?)""";

    private static final String SAID = """
            select type || ' ' || count(*) || ' ' || count(distinct subject)
            from journal where subject in (select request::text from clock where operator = ?)
            group by type order by type""";

    @Inject
    Sweep sweep;

    @Inject
    Wire wire;

    @Inject
    ClockGauges gauges;

    @Inject
    MeterRegistry metrics;

    @Test
    void tenThousandDueAtOnce_areFlaggedOnceEach_bySweepsThatRunSideBySide() {
        // Given
        wire.published(Instant.now());
        await().atMost(Duration.ofSeconds(15))
                .until(() -> Rows.read("select 1 from watermark where through > now() - interval '1 hour'")
                                .size()
                        == 3);
        Rows.run(FALL_DUE, MANY);
        long began = System.nanoTime();
        // When
        CompletableFuture.allOf(CompletableFuture.runAsync(sweep::run), CompletableFuture.runAsync(sweep::run))
                .join();
        await().pollInterval(Duration.ofMillis(50))
                .until(() -> Rows.read("select 1 from clock where operator = 'BULK' and state <> 'BREACHED' limit 1")
                        .isEmpty());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        LOG.infof("swept clocks=%d events=%d millis=%d", MANY, 2 * MANY, took.toMillis());
        // Then
        assertThat(Rows.read(SAID, "BULK"))
                .containsExactly("id.sigap.sla.sla-at-risk.v1 10000 10000", "id.sigap.sla.sla-breached.v1 10000 10000");
        assertThat(took).isLessThan(Duration.ofSeconds(15));
        gauges.count();
        assertThat(metrics.get("sigap.sla.breached")
                        .tag("operator", "BULK")
                        .gauge()
                        .value())
                .isEqualTo(MANY);
    }

    @Test
    void twoTopicsThatTellOfTheSameRequests_neitherLoseNorDouble() {
        // Given
        Instant asked = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<ARequest> requests = IntStream.range(0, 300)
                .mapToObj(_ -> ARequest.to("RUSH", asked, Duration.ofMinutes(5)))
                .toList();
        // When: one topic tells them forwards, the other backwards
        var tickets = CompletableFuture.runAsync(
                () -> wire.sayAll(requests.stream().map(ARequest::requested).toList()));
        var confirmations = CompletableFuture.runAsync(() -> wire.sayAll(requests.reversed().stream()
                .flatMap(request -> Stream.of(request.delivered(), request.confirmed(asked.plusSeconds(1))))
                .toList()));
        CompletableFuture.allOf(tickets, confirmations).join();
        // Then
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Rows.read("select count(*) from clock where operator = 'RUSH' and state = 'MET'")
                        .equals(List.of("300")));
        assertThat(Rows.read(SAID, "RUSH")).containsExactly("id.sigap.sla.sla-met.v1 300 300");
        try (var topic = TopicReader.of(Topic.SLA)) {
            assertThat(topic.await(requests.getFirst().id().toString(), SlaMet.class)
                            .confirmedAt())
                    .isEqualTo(asked.plusSeconds(1));
        }
    }

    @Test
    void sweep_readsAPartialIndex_howeverManyClocksHaveEnded() {
        // Given
        Rows.run("""
                insert into clock (request, ticket, operator, ticket_number, action, window_millis, requested_at, clock_start,
                    at_risk_share, delivered_at, confirmed_at, state, started_at, at_risk_at, due_at)
                select gen_random_uuid(), gen_random_uuid(), 'ENDED' || n % 20, 'SGP-2024-000001', 'BLOCK', 3600000, at, 'DELIVERED', 0.75, at, at,
                    'MET', at, at, at + interval '1 hour'
                from (select n, timestamptz '2024-01-01' + n * interval '10 minutes' as at from generate_series(1, 20000) n) ended""");
        Rows.analyze();
        // When
        Stream<List<String>> plans = Stream.of(
                Rows.read("explain " + DueClocks.AT_RISK, 3, 3, 100),
                Rows.read("explain " + DueClocks.BREACHED, 3, 3, 100));
        // Then
        assertThat(plans.map(plan -> String.join("\n", plan)))
                .satisfiesExactly(
                        atRisk -> assertThat(atRisk).contains("clock_falls_at_risk"),
                        breached -> assertThat(breached).contains("clock_falls_due"));
    }
}
