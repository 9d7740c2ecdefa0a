package id.sigap.verification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's REST interface, as somebody who logged in uses it. */
public final class HelpDesk {

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private HelpDesk() {}

    /** A request by one of the local accounts: a person such as {@code sari}, a machine such as {@code telkomsel-api}. */
    public static RequestSpecification as(String account) {
        return as(account, "en");
    }

    public static RequestSpecification as(String account, String language) {
        return given().auth()
                .oauth2(TOKENS.computeIfAbsent(account, HelpDesk::logIn))
                .header("Accept-Language", language)
                .contentType(ContentType.JSON);
    }

    public static Response show(Object report) {
        return as("sari").get("/api/v1/cases/{report}", report.toString());
    }

    public static Response move(String account, Object report, String move) {
        return move(account, report, move, "{}");
    }

    public static Response move(String account, Object report, String move, String body) {
        return as(account).body(body).post("/api/v1/cases/{report}/{move}", report.toString(), move);
    }

    /** Waits until the case shows a value at a path, such as {@code state}. */
    public static void awaitCase(Object report, String path, Object value) {
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            Response shown = show(report);
            return shown.statusCode() == 200 && value.equals(shown.path(path));
        });
    }

    private static String logIn(String account) {
        String issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        var form = given().contentType(ContentType.URLENC);
        var login = account.endsWith("-api")
                ? form.formParam("grant_type", "client_credentials")
                        .formParam("client_id", account)
                        .formParam("client_secret", "any")
                : form.formParam("grant_type", "password")
                        .formParam("username", account)
                        .formParam("password", "any")
                        .formParam("client_id", "sigap-cli");
        return login.post(issuer + "/token").then().statusCode(200).extract().path("access_token");
    }
}
