package id.sigap.ticket;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import id.sigap.infrastructure.Account;
import id.sigap.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** People at the REST interface. */
final class Desk {

    private static final Map<Account, String> TOKENS = new ConcurrentHashMap<>();

    private Desk() {}

    static RequestSpecification as(Account account) {
        return as(account, "en");
    }

    static RequestSpecification as(Account account, String language) {
        return given().auth()
                .oauth2(TOKENS.computeIfAbsent(account, Tokens::of))
                .header("Accept-Language", language);
    }

    static JsonPath ticket(String reference) {
        return as(Account.SARI)
                .get("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits until the number's newest ticket is in that state, and shows it. */
    static JsonPath ticketOf(String number, String state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> newest(number).filter(t -> state.equals(t.getString("state"))), Optional::isPresent)
                .orElseThrow();
    }

    static int countOf(String number) {
        return list(number).getList("items").size();
    }

    static Response post(Account account, String path, String body) {
        return as(account).contentType("application/json").body(body).post("/api/v1/tickets/" + path);
    }

    /** One attribute of each entry of a ticket's timeline. */
    static <T> List<T> history(String reference, String attribute) {
        return as(Account.SARI)
                .get("/api/v1/tickets/" + reference + "/history")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList(attribute);
    }

    private static Optional<JsonPath> newest(String number) {
        return Optional.ofNullable(list(number).getString("items[0].id")).map(Desk::ticket);
    }

    private static JsonPath list(String number) {
        return as(Account.SARI)
                .contentType("application/json")
                .body(Map.of("number", number))
                .post("/api/v1/tickets/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
