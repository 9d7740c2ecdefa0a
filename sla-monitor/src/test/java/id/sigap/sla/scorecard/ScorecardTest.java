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
        Rows.run("delete from clock where operator in ('SCOREX', 'SCOREY')");
        for (int minutes : new int[] {10, 20, 30, 40}) {
            Rows.clock("SCOREX", "MET", JANUARY, Duration.ofMinutes(minutes), null);
        }
        Rows.clock("SCOREX", "RETRACTED", JANUARY, Duration.ofMinutes(50), "CONFIRMED_IN_TIME");
        Rows.clock("SCOREX", "MET_LATE", JANUARY, Duration.ofMinutes(100), null);
        Rows.clock("SCOREX", "RETRACTED", JANUARY, Duration.ofMinutes(1), "DECLINED_IN_TIME");
        Rows.clock("SCOREX", "DECLINED", JANUARY, Duration.ofMinutes(1), null);
        Rows.clock("SCOREX", "BREACHED", JANUARY, null, null);
        Rows.clock("SCOREX", "RUNNING", JANUARY, null, null);
        Rows.clock("SCOREX", "AWAITING_START", FEBRUARY.minusMillis(1), null, null);
        Rows.clock("SCOREX", "MET", FEBRUARY, Duration.ofMinutes(1), null);
        Rows.clock("SCOREY", "BREACHED", JANUARY, null, null);
    }

    @Test
    void scorecard_countsEveryRequestOfThePeriodOnce() {
        // Given
        var operator = new OperatorCode("SCOREX");
        // When
        Scorecard card = scorecards.of(operator, PERIOD);
        // Then
        assertThat(card)
                .isEqualTo(new Scorecard("SCOREX", 11, 5, 1, 2, 1, 2, 1, 2, Optional.of(35.0), Optional.of(87.5)));
        assertThat(card.met() + card.late() + card.open() + card.breached() + card.declined())
                .isEqualTo(card.requests());
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
                .body("operators[0].medianMinutes", is(35.0f))
                .body("operators[1].breached", is(1))
                .body("operators[1].medianMinutes", nullValue());
        given().auth()
                .oauth2(Tokens.regulator())
                .get("/api/v1/scorecards/NOBODY")
                .then()
                .statusCode(200)
                .body("requests", is(0));
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
