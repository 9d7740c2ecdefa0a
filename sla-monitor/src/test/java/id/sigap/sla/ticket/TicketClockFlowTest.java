package id.sigap.sla.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketDeclined;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.reliable.Ids;
import id.sigap.sla.ARequest;
import id.sigap.sla.Rows;
import id.sigap.sla.Wire;
import id.sigap.testing.Tokens;
import id.sigap.testing.WithSigapInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ticket's clock over a real broker and database, from what the ticket and its operators say. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "sla")
class TicketClockFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Msisdn NUMBER = new Msisdn("+628110000001");

    @Inject
    Wire wire;

    @Inject
    RegulatorGauges gauges;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void nothingWaits() {
        Rows.run("delete from ticket_step");
        Rows.run("delete from ticket_clock");
    }

    @Test
    void reroutedTicket_isChargedToEachInTurn() {
        // Given
        Instant asked = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(3));
        var first = ARequest.to("TELKOMSEL", asked, Duration.ofHours(24));
        var second = first.again("INDOSAT", asked.plus(Duration.ofHours(2)));
        // When
        wire.say(new TicketOpened(
                first.ticket(),
                "SGP-2026-000777",
                NUMBER,
                Optional.of(first.operator()),
                new ReportId(Ids.next()),
                asked));
        wire.say(first.requested());
        wire.say(first.delivered());
        wire.say(first.declined(asked.plus(Duration.ofHours(1))));
        wire.say(new TicketDeclined(
                first.ticket(),
                first.id(),
                first.operator(),
                DeclineReason.NOT_OURS,
                Optional.empty(),
                asked.plus(Duration.ofHours(1))));
        awaitAwaited(first, "REROUTE");
        wire.say(second.requested());
        wire.say(second.delivered());
        wire.say(second.confirmed(asked.plus(Duration.ofHours(3))));
        wire.say(new ReportMerged(first.ticket(), new ReportId(Ids.next()), asked));
        wire.say(new NumberBlocked(
                second.ticket(), second.id(), NUMBER, second.operator(), asked.plus(Duration.ofHours(3))));
        awaitAwaited(first, "NOTHING");
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(clock(first).getList("stages.awaited"))
                .containsExactly("VERIFICATION", "ANSWER", "REROUTE", "ANSWER", "UPTAKE"));
        JsonPath clock = clock(first);
        assertThat(clock.getString("ticketNumber")).isEqualTo("SGP-2026-000777");
        assertThat(clock.getList("charged.operator").stream().filter(Objects::nonNull))
                .containsExactly("TELKOMSEL", "INDOSAT");
        assertThat(clock.getList("charged.took", String.class).stream()
                        .map(Duration::parse)
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.parse(clock.getString("whole")));
        assertThat(Duration.parse(clock.getString("charged.find { it.party == 'REGULATOR' }.took")))
                .isEqualTo(Duration.ofMinutes(61));
    }

    @Test
    void whatWaitsForTheRegulator_isListedLongestFirst_andCounted() {
        // Given
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String overdue = Rows.ticket("REROUTE", now.minus(Duration.ofHours(25))).toString();
        String risk =
                Rows.ticket("SECOND_APPROVAL", now.minus(Duration.ofHours(19))).toString();
        String fresh = Rows.ticket("REROUTE", now.minus(Duration.ofHours(1))).toString();
        Rows.ticket("NOTHING", now.minus(Duration.ofHours(90)));
        // When
        List<String> read = new ArrayList<>();
        List<String> standings = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = get("/api/v1/waits?limit=2&after=" + after);
            read.addAll(page.getList("items.ticket"));
            standings.addAll(page.getList("items.standing"));
            after = page.getString("next");
        } while (after != null);
        gauges.count();
        // Then
        assertThat(read).containsExactly(overdue, risk, fresh);
        assertThat(standings).containsExactly("OVERDUE", "AT_RISK", "RUNNING");
        assertThat(gauge("sigap.sla.regulator.open", "REROUTE")).isEqualTo(2);
        assertThat(gauge("sigap.sla.regulator.overdue", "REROUTE")).isEqualTo(1);
        assertThat(gauge("sigap.sla.regulator.at.risk", "SECOND_APPROVAL")).isEqualTo(1);
        assertThat(gauge("sigap.sla.regulator.open", "OPERATOR_NAME")).isZero();
    }

    @Test
    void ticketWithoutAnOperator_waitsForTheRegulator_untilItIsGivenUp() {
        // Given
        var nobody = ARequest.to("TELKOMSEL", Instant.now(), Duration.ofHours(24));
        Instant opened = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        wire.say(new TicketOpened(
                nobody.ticket(), "SGP-2026-000778", NUMBER, Optional.empty(), new ReportId(Ids.next()), opened));
        awaitAwaited(nobody, "OPERATOR_NAME");
        assertThat(get("/api/v1/waits").getList("items.ticketNumber")).containsExactly("SGP-2026-000778");
        // When
        wire.say(new TicketClosed(
                nobody.ticket(), NUMBER, Outcome.NOT_BLOCKED, "dewi", opened.plusSeconds(5), Optional.empty()));
        awaitAwaited(nobody, "NOTHING");
        // Then
        assertThat(clock(nobody).getString("whole")).isEqualTo("PT5S");
        assertThat(get("/api/v1/waits").getList("items")).isEmpty();
    }

    private double gauge(String name, String awaited) {
        return metrics.get(name).tag("for", awaited).gauge().value();
    }

    private static void awaitAwaited(ARequest request, String awaited) {
        await().pollInterval(Duration.ofMillis(50)).atMost(PATIENCE).until(() -> Rows.read(
                        "select awaited from ticket_clock where ticket = ?",
                        request.ticket().value())
                .equals(List.of(awaited)));
    }

    private static JsonPath clock(ARequest request) {
        return get("/api/v1/tickets/%s/clock".formatted(request.ticket()));
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(Tokens.regulator())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
