package id.sigap.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.sigap.events.verification.EvidenceVerified;
import id.sigap.infrastructure.Account;
import id.sigap.testing.WithSigapInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people can see and do, and what they are told when they can't. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "ticket")
class TicketRestTest {

    private static final String NOBODYS = UUID.randomUUID().toString();

    @Inject
    MeterRegistry metrics;

    private Neighbours neighbours;

    @BeforeEach
    void meet() {
        neighbours = new Neighbours();
    }

    @AfterEach
    void part() {
        neighbours.close();
    }

    @Test
    void ticket_isFoundByIdAndByNumber_withItsETag() {
        // Given
        JsonPath ticket = open(Words.numberIn("811"));
        // Then
        for (String reference : List.of(ticket.getString("id"), ticket.getString("ticketNumber"))) {
            Desk.as(Account.WIRA)
                    .get("/api/v1/tickets/" + reference)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("ticketNumber", equalTo(ticket.getString("ticketNumber")))
                    .body("requests[0].dueAt", equalTo(ticket.getString("dueAt")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"id, Tiket", "ms, Tiket", "su, Tiket", "'zh, en', Ticket", "zh, Tiket"})
    void history_isToldInALanguageThatIsUnderstood(String language, String firstWord) {
        // Given
        JsonPath ticket = open(Words.numberIn("811"));
        // Then
        Desk.as(Account.SARI, language)
                .get("/api/v1/tickets/" + ticket.getString("id") + "/history")
                .then()
                .statusCode(200)
                .body("[0].text", startsWith(firstWord + " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SGP-2026-999999", "nonsense", "00000000-0000-7000-8000-000000000000", "SGP-2026-000001%27--"})
    void unknownTicket_is404(String reference) {
        Desk.as(Account.SARI)
                .urlEncodingEnabled(false)
                .get("/api/v1/tickets/" + reference)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void ops_seesNothingPersonal() {
        // Given
        String number = Words.numberIn("811");
        JsonPath ticket = open(number);
        // Then
        String shown = Desk.as(Account.OKA)
                .get("/api/v1/tickets/" + ticket.getString("id"))
                .then()
                .statusCode(200)
                .body("number", equalTo("+62811…"))
                .body("reports", empty())
                .extract()
                .asString();
        assertThat(shown).doesNotContain(number, ticket.getString("reports[0].report"));
        assertThat(Desk.as(Account.OKA).get("/api/v1/tickets").asString()).doesNotContain(number);
        Desk.as(Account.OKA)
                .contentType("application/json")
                .body(Map.of("number", number))
                .post("/api/v1/tickets/search")
                .then()
                .statusCode(403);
    }

    @Test
    void illegalMove_saysWhichStateTheTicketIsIn() {
        // Given
        JsonPath ticket = open(Words.numberIn("811"));
        // Then
        Desk.post(Account.SARI, ticket.getString("id") + "/reroute", "{\"operator\":\"INDOSAT\"}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sigap:problem:illegal-move"))
                .body("state", equalTo("BLOCK_REQUESTED"))
                .body("detail", containsString("BLOCK_REQUESTED"));
    }

    @Test
    void decisionOnAnOldSight_is412_andChangesNothing() {
        // Given
        String number = Words.numberIn("820");
        neighbours.say(Words.verified(number));
        JsonPath seen = Desk.ticketOf(number, "OPENED");
        neighbours.say(Words.verified(number));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Desk.ticket(seen.getString("id")).getLong("version") == 2);
        // When
        int status = Desk.as(Account.SARI)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"operator\":\"INDOSAT\"}")
                .post("/api/v1/tickets/" + seen.getString("id") + "/assign-operator")
                .statusCode();
        // Then
        assertThat(status).isEqualTo(412);
        assertThat(Desk.ticket(seen.getString("id")).getString("state")).isEqualTo("OPENED");
    }

    @Test
    void report_isTakenOutAgain_butNotTheLast() {
        // Given
        String number = Words.numberIn("811");
        JsonPath ticket = open(number);
        EvidenceVerified second = Words.verified(number);
        neighbours.say(second);
        String unmerge = ticket.getString("id") + "/reports/%s/unmerge";
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Desk.ticket(ticket.getString("id")).getList("reports").size() == 2);
        // When
        Desk.as(Account.SARI)
                .post("/api/v1/tickets/" + unmerge.formatted(second.report()))
                .then()
                .statusCode(200)
                .body("reports.findAll { it.leftAt == null }", Matchers.hasSize(1));
        // Then
        Desk.as(Account.SARI)
                .post("/api/v1/tickets/" + unmerge.formatted(second.report()))
                .then()
                .statusCode(404);
        Desk.as(Account.SARI)
                .post("/api/v1/tickets/" + unmerge.formatted(ticket.getString("reports[0].report")))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:sigap:problem:last-report"));
    }

    @Test
    void history_tellsEveryEntry_inTheReadersLanguage() {
        // Given
        JsonPath ticket = open(Words.numberIn("811"));
        String history = "/api/v1/tickets/" + ticket.getString("ticketNumber") + "/history";
        // Then
        Desk.as(Account.SARI)
                .get(history)
                .then()
                .statusCode(200)
                .body("version", contains(1, 2))
                .body("event", contains("TicketOpened", "BlockRequested"))
                .body("actor", contains("system", "system"))
                .body("text[1]", containsString("TELKOMSEL was asked to block the number"))
                .body("details[1].operator", equalTo("TELKOMSEL"));
        Desk.as(Account.SARI, "id")
                .get(history)
                .then()
                .body("text[1]", containsString("TELKOMSEL diminta memblokir nomor"));
    }

    @Test
    void list_pagesNewestFirst_withoutRepeating() {
        // Given
        List<String> opened = List.of(
                open(Words.numberIn("838")).getString("id"),
                open(Words.numberIn("838")).getString("id"),
                open(Words.numberIn("838")).getString("id"));
        // When
        JsonPath first = page(null);
        JsonPath second = page(first.getString("next"));
        // Then
        assertThat(first.<String>getList("items.id")).containsExactly(opened.get(2), opened.get(1));
        assertThat(second.<String>getList("items.id")).startsWith(opened.get(0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "state=NONE,state",
        "operator=tel-komsel,operator",
        "number=08110000042,number",
        "after=xyz,after",
        "after=bm9uc2Vuc2U,after",
        "limit=0,limit",
        "limit=201,limit"
    })
    void unreadableFilter_isNamed(String query, String field) {
        Desk.as(Account.SARI)
                .urlEncodingEnabled(false)
                .get("/api/v1/tickets?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "+12025550100", "0215550100", ""})
    void whatIsNoMobileNumber_isNotSearched(String number) {
        Desk.as(Account.SARI)
                .contentType("application/json")
                .body(Map.of("number", number))
                .post("/api/v1/tickets/search")
                .then()
                .statusCode(400)
                .body("errors.field", contains("number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0811", "+62 811", "62811", "%E2%81%A0+62-811"})
    void number_isSearchedAsPeopleTypeIt(String start) {
        // Given
        String number = Words.numberIn("811");
        open(number);
        String typed =
                (start.equals("%E2%81%A0+62-811") ? "\u2060+62-811" : start) + number.substring("+62811".length());
        // Then
        assertThat(Desk.countOf(typed)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            reroute         | {}                                         | 400 | operator
            reroute         | {"operator":null}                          | 400 | operator
            reroute         | {"operator":"telkomsel"}                   | 400 | operator
            reroute         | {"operator":"SMARTFREN"}                   | 400 | operator
            reroute         | {"operator":"NOBODY"}                      | 400 | operator
            reroute         | {"operator":"INDOSAT","why":"x"}           | 400 | why
            assign-operator | {"operator":7}                             | 400 | operator
            assign-operator | {"operator":["INDOSAT"]}                   | 400 | operator
            close           | {}                                         | 400 | outcome
            close           | {"outcome":"DONE"}                         | 400 | outcome
            close           | {"outcome":"UNBLOCKED"}                    | 400 | outcome
            close           | {"outcome":"RELEASED"}                     | 400 | outcome
            """)
    void wrongField_isNamed(String move, String body, int status, String field) {
        // Given
        JsonPath ticket = open(Words.numberIn("811"));
        // Then
        Desk.post(Account.SARI, ticket.getString("id") + "/" + move, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
        assertThat(Desk.ticket(ticket.getString("id")).getLong("version")).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{", "", "null", "[]", "\"x\""})
    void unreadableBody_is400(String body) {
        Desk.post(Account.SARI, NOBODYS + "/close", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void anotherContentType_is415() {
        Desk.as(Account.SARI)
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/tickets/" + NOBODYS + "/close")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/tickets?sort=number, sort, state",
        "/operators?at=now, at, none",
    })
    void parameterThatAnAddressDoesNotKnow_isRefused_namingThoseItDoes(
            String question, String parameter, String known) {
        Desk.as(Account.SARI, "en")
                .get("/api/v1" + question)
                .then()
                .statusCode(400)
                .body("errors.field", contains(parameter))
                .body("errors[0].message", containsString(known));
    }

    @Test
    void directory_knowsWhoseANumberIs() {
        lookUp("0855-0000-0001").body("operator", equalTo("INDOSAT")).body("brand", equalTo("Indosat"));
        lookUp("085155000001").body("brand", equalTo("by.U")).body("prefix", equalTo("85155"));
        lookUp("082000000001")
                .body("blockable", equalTo(true))
                .body("allocated", equalTo(false))
                .body("operator", nullValue());
        lookUp("+12025550100").body("blockable", equalTo(false)).body("kind", equalTo("FOREIGN"));
        Desk.as(Account.SARI)
                .contentType("application/json")
                .body(Map.of("number", "nobody"))
                .post("/api/v1/directory/search")
                .then()
                .statusCode(400)
                .body("errors.field", contains("number"));
    }

    @Test
    void operators_areThoseThatCanBeAskedToday() {
        Desk.as(Account.OKA)
                .get("/api/v1/operators")
                .then()
                .statusCode(200)
                .body("operators.code", contains("INDOSAT", "TELKOMSEL", "XLSMART"))
                .body("operators[2].brands.name", contains("AXIS", "Smartfren", "XL"));
    }

    @Test
    void gauges_countTicketsByState() {
        // Given
        neighbours.say(Words.verified(Words.numberIn("820")));
        // Then
        await().atMost(Duration.ofSeconds(20))
                .until(() -> metrics.get("sigap.tickets")
                                .tag("state", "OPENED")
                                .gauge()
                                .value()
                        >= 1);
    }

    @Test
    void openApi_explainsEveryAddress() {
        // When
        JsonPath document = given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        // Then
        assertThat(document.getString("openapi")).startsWith("3.1");
        assertThat(document.getMap("paths").keySet().stream().map(String::valueOf))
                .contains("/api/v1/tickets", "/api/v1/tickets/{ticket}/reroute", "/api/v1/directory/search");
        assertThat(document.<String>getList("paths.collect { it.value.collect { it.value.summary } }.flatten()"))
                .hasSize(13)
                .doesNotContainNull();
    }

    private JsonPath open(String number) {
        neighbours.say(Words.verified(number));
        return Desk.ticketOf(number, "BLOCK_REQUESTED");
    }

    private static JsonPath page(String after) {
        var request = Desk.as(Account.SARI).queryParam("operator", "XLSMART").queryParam("limit", 2);
        return (after == null ? request : request.queryParam("after", after))
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse lookUp(String number) {
        return Desk.as(Account.SARI)
                .contentType("application/json")
                .body(Map.of("number", number))
                .post("/api/v1/directory/search")
                .then()
                .statusCode(200);
    }
}
