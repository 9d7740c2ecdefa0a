package id.sigap.sla.scorecard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import id.sigap.events.OperatorCode;
import id.sigap.sla.Rows;
import id.sigap.testing.Tokens;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "sla")
class ScorecardTest {

    private static final Instant JANUARY = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2025-02-01T00:00:00Z");
    private static final Period PERIOD = new Period(JANUARY, FEBRUARY);

    @Inject
    Scorecards scorecards;

    @BeforeEach
    void aMonthOfRequests() {
        Rows.run("delete from clock where operator in ('SCOREX', 'SCOREY', 'SCOREZ')");
        for (int minutes : new int[] {10, 20, 30, 40}) {
            Rows.clock("SCOREX", "MET", JANUARY, Duration.ofMinutes(minutes), null);
        }
        Rows.clock("SCOREX", "RETRACTED", JANUARY, Duration.ofMinutes(50), "CONFIRMED_IN_TIME");
        Rows.clock("SCOREX", "MET_LATE", JANUARY, Duration.ofMinutes(100), null);
        Rows.clock("SCOREX", "RETRACTED", JANUARY, Duration.ofMinutes(1), "DECLINED_IN_TIME");
        Rows.clock("SCOREX", "DECLINED", JANUARY, Duration.ofMinutes(1), null);
        Rows.clock("SCOREX", "WITHDRAWN", JANUARY, null, null);
        Rows.clock("SCOREX", "RETRACTED", JANUARY, null, "WITHDRAWN");
        Rows.clock("SCOREX", "BREACHED", JANUARY, null, null);
        Rows.clock("SCOREX", "RUNNING", JANUARY, null, null);
        Rows.clock("SCOREX", "AWAITING_START", FEBRUARY.minusMillis(1), null, null);
        Rows.clock("SCOREX", "MET", FEBRUARY, Duration.ofMinutes(1), null);
        Rows.clock("SCOREX", "UNBLOCK", "MET", JANUARY, Duration.ofMinutes(3), null);
        Rows.clock("SCOREX", "UNBLOCK", "DECLINED", JANUARY, Duration.ofMinutes(1), null);
        Rows.clock("SCOREY", "BREACHED", JANUARY, null, null);
    }

    @Test
    void scorecard_countsEveryRequestOfThePeriodOnce() {
        // Given
        var operator = new OperatorCode("SCOREX");
        // When
        Scorecard card = scorecards.of(operator, PERIOD);
        // Then
        Figures block = card.block();
        assertThat(block.requests()).isEqualTo(13);
        assertThat(List.of(
                        block.met(), block.late(), block.open(), block.breached(), block.declined(), block.withdrawn()))
                .containsExactly(5L, 1L, 2L, 1L, 2L, 2L);
        assertThat(block.undelivered()).isEqualTo(1);
        assertThat(block.retracted()).isEqualTo(3);
    }

    @Test
    void blockingAndUnblocking_areCountedApart() {
        // Given
        var operator = new OperatorCode("SCOREX");
        // When
        Scorecard card = scorecards.of(operator, PERIOD);
        // Then
        assertThat(card.unblock())
                .isEqualTo(new Figures(2, 1, 0, 0, 0, 1, 0, 0, 0, 0, Optional.of(3.0), Optional.of(3.0)));
    }

    @Test
    void whatIsNeverAnswered_countsAtItsAge_lateAndRetractedOnesToo() {
        // Given: confirmed after 10, 20, 30, 40, 50 and 100 minutes; two have waited since January
        var operator = new OperatorCode("SCOREX");
        // When
        Figures block = scorecards.of(operator, PERIOD).block();
        // Then
        assertThat(block.medianMinutes()).contains(45.0);
        assertThat(block.p95Minutes().orElseThrow()).isGreaterThan(500_000);
    }

    @Test
    void decline_thatTheSameOperatorTookBack_isRefuted_andCountsFromItsFirstRequest() {
        // Given
        var declined = Rows.clock("SCOREZ", "DECLINED", JANUARY, Duration.ofMinutes(1), null);
        var confirmed = Rows.clock("SCOREZ", "MET", JANUARY.plusSeconds(7200), Duration.ofMinutes(10), null);
        var another = Rows.clock("SCOREY", "DECLINED", JANUARY, Duration.ofMinutes(1), null);
        Rows.run(
                "update clock set ticket = (select ticket from clock where request = ?) where request in (?, ?)",
                declined,
                confirmed,
                another);
        // When
        Figures block = scorecards.of(new OperatorCode("SCOREZ"), PERIOD).block();
        // Then
        assertThat(block.declined()).isEqualTo(1);
        assertThat(block.refuted()).isEqualTo(1);
        assertThat(block.medianMinutes()).contains(130.0);
        assertThat(scorecards.of(new OperatorCode("SCOREY"), PERIOD).block().refuted())
                .isZero();
    }

    @Test
    void whatHasJustBeenAsked_makesNobodyLookFaster() {
        // Given
        Instant now = Instant.now();
        for (int minutes : new int[] {10, 20, 30}) {
            Rows.clock("SCOREZ", "MET", now.minusSeconds(3600), Duration.ofMinutes(minutes), null);
        }
        for (int i = 0; i < 5; i++) {
            Rows.clock("SCOREZ", "RUNNING", now, null, null);
        }
        // When
        Figures block = scorecards
                .of(new OperatorCode("SCOREZ"), new Period(now.minusSeconds(7200), now.plusSeconds(1)))
                .block();
        // Then
        assertThat(block.medianMinutes()).contains(20.0);
        assertThat(block.p95Minutes()).contains(29.0);
    }

    @Test
    void scorecards_areReadAsOneListOrOneByOne() {
        given().auth()
                .oauth2(Tokens.regulator())
                .get("/api/v1/scorecards?from=2025-01-01T00:00:00Z&to=2025-02-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("from", is("2025-01-01T00:00:00Z"))
                .body("operators.operator", contains("SCOREX", "SCOREY"))
                .body("operators[0].block.medianMinutes", is(45.0f))
                .body("operators[0].unblock.requests", is(2))
                .body("operators[1].block.breached", is(1))
                .body("operators[1].unblock.medianMinutes", nullValue());
        given().auth()
                .oauth2(Tokens.regulator())
                .get("/api/v1/scorecards/NOBODY")
                .then()
                .statusCode(200)
                .body("block.requests", is(0))
                .body("unblock.requests", is(0));
    }

    @Test
    void counting_readsAnIndexOfThePeriod() {
        // Given
        Rows.run("""
                insert into clock (request, ticket, operator, ticket_number, action, window_millis, requested_at, clock_start,
                    at_risk_share, delivered_at, confirmed_at, state, started_at, at_risk_at, due_at)
                select gen_random_uuid(), gen_random_uuid(), 'OLD' || n % 20, 'SGP-2023-000001', 'BLOCK', 3600000, at, 'DELIVERED', 0.75, at, at,
                    'MET', at, at, at + interval '1 hour'
                from (select n, timestamptz '2023-01-01' + n * interval '10 minutes' as at from generate_series(1, 20000) n) old""");
        Rows.analyze();
        Object[] period = {JANUARY, FEBRUARY};
        // When
        var ofAll = String.join("\n", Rows.read("explain " + Scorecards.OF_ALL, period));
        var ofOne = String.join("\n", Rows.read("explain " + Scorecards.OF_ONE, JANUARY, FEBRUARY, "SCOREX"));
        // Then
        assertThat(ofAll).contains("clock_by_request_time");
        assertThat(ofOne).containsAnyOf("clock_by_operator_and_request_time", "clock_by_request_time");
    }
}
