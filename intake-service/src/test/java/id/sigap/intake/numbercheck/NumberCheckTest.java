package id.sigap.intake.numbercheck;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Event;
import id.sigap.events.EvidenceId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.reliable.Ids;
import id.sigap.testing.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
class NumberCheckTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void aNumberNobodyReported_isUnknown_neverSafe() {
        check("0811 0000 0041").statusCode(200).body("known", equalTo("NOTHING"));
    }

    @Test
    void aReportedNumber_isReported_untilItsReporterTakesItBack() {
        // Given
        Citizen citizen = whoReported("0811 0000 0042");
        check("+62 811-0000-0042").statusCode(200).body("known", equalTo("REPORTED"));
        // When
        citizen.asking().post("/api/v1/report/withdraw").then().statusCode(200);
        // Then
        check("0811 0000 0042").body("known", equalTo("NOTHING"));
    }

    @Test
    void aBlockedNumber_isBlocked() {
        // Given
        Citizen citizen = whoReported("0811 0000 0043");
        // When
        said(blocked(citizen, new Msisdn("+6281100000043")));
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> check("0811 0000 0043").body("known", equalTo("BLOCKED")));
    }

    @Test
    void aNumberFoundToBeFraud_isOnItsWay_untilItIsBlocked() {
        // Given
        Citizen citizen = whoReported("0811 0000 0044");
        Event[] events = blocked(citizen, new Msisdn("+6281100000044"));
        // When
        said(events[0], events[1]);
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> check("0811 0000 0044").body("known", equalTo("ON_ITS_WAY")));
        Topics.publish(events[2], 3);
        await().atMost(PATIENCE).untilAsserted(() -> check("0811 0000 0044").body("known", equalTo("BLOCKED")));
    }

    @Test
    void theNumberThatWasFound_isToldOf_notTheOneReported() {
        // Given: one digit was wrong
        Citizen citizen = whoReported("0811 0000 0045");
        // When
        Topics.publish(new CaseClaimed(citizen.id(), "sari", now()), 1);
        Topics.publish(verified(citizen, new Msisdn("+6281100000046")), 2);
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> check("0811 0000 0046").body("known", equalTo("ON_ITS_WAY")));
        check("0811 0000 0045").body("known", equalTo("NOTHING"));
        said(blocked(citizen, new Msisdn("+6281100000046")));
        await().atMost(PATIENCE).untilAsserted(() -> check("0811 0000 0046").body("known", equalTo("BLOCKED")));
        check("0811 0000 0045").body("known", equalTo("NOTHING"));
    }

    @Test
    void aNumberThatIsUnblocked_isUnknownAgain() {
        // Given
        Msisdn number = new Msisdn("+6281100000047");
        Event[] events = blocked(whoReported("0811 0000 0047"), number);
        said(events);
        await().atMost(PATIENCE).untilAsserted(() -> check("0811 0000 0047").body("known", equalTo("BLOCKED")));
        // When
        NumberBlocked blocked = (NumberBlocked) events[2];
        Topics.publish(new NumberUnblocked(blocked.ticket(), blocked.request(), number, blocked.operator(), now()), 4);
        Topics.publish(
                new TicketClosed(blocked.ticket(), number, Outcome.UNBLOCKED, "system", now(), Optional.empty()), 5);
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> check("0811 0000 0047").body("known", equalTo("NOTHING")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"110, EMERGENCY", "112, EMERGENCY", "0800 1234567, SERVICE", "14045, SERVICE"})
    void publicNumber_isToldAsWhatItIs(String typed, String known) {
        check(typed).statusCode(200).body("known", equalTo(known));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"id, Nomor darurat", "en, A number for emergencies"})
    void publicNumber_isToldOnThePageToo(String language, String told) {
        given().redirects()
                .follow(false)
                .formParam("number", "112")
                .formParam("go", "go")
                .header("Accept-Language", language)
                .post("/check")
                .then()
                .statusCode(200)
                .body(containsString(told));
    }

    @Test
    void whatIsNoNumber_isNamed() {
        check("siapa?").statusCode(400).body("errors[0].field", equalTo("number"));
    }

    private static Citizen whoReported(String number) {
        Map<String, Object> form = Citizen.form();
        form.put("suspectNumber", number);
        return Citizen.whoReported(form);
    }

    private static ValidatableResponse check(String number) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("number", number))
                .post("/api/v1/number-checks")
                .then();
    }

    private static Event[] blocked(Citizen citizen, Msisdn number) {
        var ticket = new TicketId(Ids.next());
        var request = new RequestId(Ids.next());
        var operator = new OperatorCode("TELKOMSEL");
        Instant now = now();
        return new Event[] {
            new TicketOpened(ticket, "SGP-2026-000143", number, Optional.of(operator), citizen.id(), now),
            new BlockRequested(
                    ticket,
                    "SGP-2026-000143",
                    request,
                    operator,
                    number,
                    Category.PRIZE,
                    Channel.SMS,
                    Duration.ofHours(24),
                    now,
                    now.plus(Duration.ofHours(24)),
                    now),
            new NumberBlocked(ticket, request, number, operator, now)
        };
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static EvidenceVerified verified(Citizen citizen, Msisdn number) {
        return new EvidenceVerified(
                citizen.id(),
                number,
                Category.PRIZE,
                Channel.SMS,
                List.of(new EvidenceRef(new EvidenceId(Ids.next()), "ab".repeat(32))),
                Optional.empty(),
                "sari",
                Optional.empty(),
                now(),
                now());
    }

    private static void said(Event... events) {
        for (int i = 0; i < events.length; i++) {
            Topics.publish(events[i], i + 1L);
        }
    }
}
