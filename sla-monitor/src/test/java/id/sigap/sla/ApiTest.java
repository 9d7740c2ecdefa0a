package id.sigap.sla;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import id.sigap.infrastructure.Account;
import id.sigap.reliable.Ids;
import id.sigap.testing.Tokens;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may read what, and what happens to unreadable questions. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "sla")
class ApiTest {

    private static final Instant ASKED = Instant.parse("2026-01-05T03:00:00Z");
    private static final List<String> PATHS = List.of(
            "/api/v1/clocks",
            "/api/v1/breaches",
            "/api/v1/scorecards",
            "/api/v1/scorecards/TELKOMSEL",
            "/api/v1/policy");

    static Stream<Arguments> everyPathAndRole() {
        return PATHS.stream()
                .flatMap(path -> Stream.of(Account.OKA, Account.SARI, Account.DEWI, Account.WIRA, Account.TELKOMSEL)
                        .map(account -> Arguments.of(path, account)));
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("everyPathAndRole")
    void everyRole_reads(String path, Account account) {
        as(account).get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void nobody_readsWithoutAToken(String path) {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    static Stream<String> paths() {
        return PATHS.stream();
    }

    @Test
    void aRoleThatIsTakenAway_isRefusedAtTheNextCall_whateverTheTokenSays() {
        // Given
        String token = Tokens.of(Account.BUDI);
        given().auth().oauth2(token).get("/api/v1/policy").then().statusCode(200);
        try {
            // When
            Tokens.rolesNow(Account.BUDI, List.of());
            // Then
            given().auth().oauth2(token).get("/api/v1/policy").then().statusCode(403);
        } finally {
            Tokens.rolesNow(Account.BUDI, Account.BUDI.roles());
        }
        given().auth().oauth2(token).get("/api/v1/policy").then().statusCode(200);
    }

    @Test
    void operator_seesItsOwnAlone() {
        // Given
        var own = Rows.clock("TELKOMSEL", "BREACHED", ASKED, null, null);
        var foreign = Rows.clock("INDOSAT", "BREACHED", ASKED, null, null);
        // Then
        as(Account.TELKOMSEL)
                .get("/api/v1/clocks/" + own)
                .then()
                .statusCode(200)
                .body("request", is(own.toString()));
        for (String hidden : List.of("clocks/" + foreign, "clocks?operator=INDOSAT", "scorecards/INDOSAT")) {
            as(Account.TELKOMSEL).get("/api/v1/" + hidden).then().statusCode(404);
        }
        for (String list : List.of("clocks?limit=200", "breaches?limit=200")) {
            as(Account.TELKOMSEL)
                    .get("/api/v1/" + list)
                    .then()
                    .statusCode(200)
                    .body("items.operator", everyItem(is("TELKOMSEL")))
                    .body("items.request", hasItem(own.toString()));
        }
        as(Account.TELKOMSEL).get("/api/v1/scorecards").then().body("operators.operator", is(List.of("TELKOMSEL")));
        as(Account.OKA).get("/api/v1/clocks/" + foreign).then().statusCode(200);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "/clocks?state=late,                                                       state",
        "/clocks?operator=telkomsel,                                               operator",
        "/clocks?ticket=1-1-1-1-1,                                                 ticket",
        "/clocks?limit=0,                                                          limit",
        "/clocks?limit=201,                                                        limit",
        "/clocks?limit=many,                                                       limit",
        "/clocks?after=!!,                                                         after",
        "/clocks/1,                                                                request",
        "/breaches?after=YWJj,                                                     after",
        "/breaches?operator=%00,                                                   operator",
        "/scorecards?from=yesterday,                                               from",
        "/scorecards?to=2026-13-01T00:00:00Z,                                      to",
        "/scorecards?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z,            from",
        "/scorecards/x,                                                            operator",
        "/scorecards?month=2026-11,                                                month",
        "/scorecards?from=2026-01-01T00:00:00Z&month=2026-11,                      month",
        "/clocks?sort=due,                                                         sort",
        "/clocks?State=late,                                                       State",
        "/policy?at=now,                                                           at",
    })
    void unreadableQuestion_isRefused_namingTheField(String question, String field) {
        as(Account.OKA)
                .urlEncodingEnabled(false)
                .get("/api/v1" + question)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", is(field))
                .body("errors[0].message", notNullValue());
    }

    @Test
    void refusal_speaksTheReadersLanguage() {
        String backwards = "/api/v1/scorecards?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z";
        as(Account.OKA).get(backwards).then().body("errors[0].message", containsString("Harus sebelum"));
        as(Account.OKA)
                .header("Accept-Language", "en")
                .get(backwards)
                .then()
                .body("errors[0].message", containsString("Must lie before"));
    }

    @Test
    void unknownClock_isNotFound() {
        as(Account.OKA).get("/api/v1/clocks/" + Ids.next()).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/clocks?operator=PAGES&limit=2, true", "/api/v1/breaches?operator=PAGES&limit=2, false"})
    void pages_showEveryClockOnce_clocksOldestFirst_breachesNewestFirst(String list, boolean oldestFirst) {
        // Given
        Rows.run("delete from clock where operator = 'PAGES'");
        List<String> requests = IntStream.range(0, 5)
                .mapToObj(i -> Rows.clock("PAGES", "BREACHED", ASKED.plusSeconds(i), null, null)
                        .toString())
                .toList();
        // When
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            var page = as(Account.OKA).get(list + "&after=" + after).jsonPath();
            read.addAll(page.getList("items.request"));
            after = page.getString("next");
        } while (after != null);
        // Then
        assertThat(read).isEqualTo(oldestFirst ? requests.stream().sorted().toList() : requests.reversed());
    }

    @Test
    void clock_isFoundByItsTicket() {
        // Given
        var request = Rows.clock("BYTICKET", "MET", ASKED, Duration.ofMinutes(5), null);
        String ticket =
                Rows.read("select ticket from clock where request = ?", request).getFirst();
        // When
        var found = as(Account.SARI).get("/api/v1/clocks?state=met&ticket=" + ticket);
        // Then
        found.then()
                .body("items.size()", is(1))
                .body("items[0].request", is(request.toString()))
                .body("items[0].window", is("PT24H"))
                .body("items[0].stages.to", is(List.of("DELIVERED", "CONFIRMED")))
                .body("items[0].charged.OPERATOR", is(300));
    }

    @Test
    void policy_saysTheRuleForAll() {
        as(Account.TELKOMSEL)
                .get("/api/v1/policy")
                .then()
                .body("clockStart", is("DELIVERED"))
                .body("atRiskShare", is(0.75f))
                .body("operators.TELKOMSEL.atRiskShare", is(0.75f));
    }

    private static RequestSpecification as(Account account) {
        return given().auth().oauth2(Tokens.of(account));
    }
}
