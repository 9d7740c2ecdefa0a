package id.sigap.verification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import id.sigap.events.Topic;
import id.sigap.infrastructure.Account;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.Tokens;
import id.sigap.testing.TopicReader;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;

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
                .oauth2(TOKENS.computeIfAbsent(account, id -> Tokens.of(named(id))))
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
        patiently("%s of case %s is %s".formatted(path, report, value)).until(() -> {
            Response shown = show(report);
            return shown.statusCode() == 200 && value.equals(shown.path(path));
        });
    }

    /** Waits until the service has heard of the appeal. */
    public static void awaitAppeal(Object appeal) {
        patiently("appeal %s is known".formatted(appeal))
                .until(() -> as("wira")
                                .get("/api/v1/appeals/{appeal}", appeal.toString())
                                .statusCode()
                        == 200);
    }

    private static ConditionFactory patiently(String what) {
        return await(what).pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(15));
    }

    /** Waits until the service has said that much about a case or an appeal, and gives it in order. */
    public static List<EventOnTopic> said(Object subject, int count) {
        try (TopicReader reader = TopicReader.of(Topic.VERIFICATIONS)) {
            return reader.await(subject.toString(), count);
        }
    }

    private static Account named(String id) {
        return Stream.concat(Account.PEOPLE.stream(), Account.MACHINES.stream())
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
