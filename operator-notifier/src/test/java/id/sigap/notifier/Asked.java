package id.sigap.notifier;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.infrastructure.Account;
import id.sigap.testing.Tokens;
import id.sigap.testing.Topics;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/** An operator that was asked, seen from its API. */
public final class Asked {

    static final Duration PATIENCE = Duration.ofSeconds(15);

    private Asked() {}

    /** A block request the service has taken in. */
    public static BlockRequested toBlock(OperatorCode operator) {
        var block = Samples.aBlock(operator);
        Topics.publish(block);
        awaitRequest(block.request());
        return block;
    }

    /** Waits until the service knows the request. */
    public static void awaitRequest(RequestId request) {
        await().atMost(PATIENCE)
                .until(() -> as(Tokens.regulator())
                                .get("/api/v1/requests/{id}", request.toString())
                                .statusCode()
                        == 200);
    }

    /** A call with that token, in English. */
    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).header("Accept-Language", "en").contentType(ContentType.JSON);
    }

    public static RequestSpecification telkomsel() {
        return as(Tokens.operator(Account.TELKOMSEL));
    }

    public static RequestSpecification indosat() {
        return as(Tokens.operator(Account.INDOSAT));
    }

    public static String stateOf(RequestId request) {
        return as(Tokens.regulator())
                .get("/api/v1/requests/{id}", request.toString())
                .path("state");
    }
}
