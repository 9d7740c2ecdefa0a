package id.sigap.intake.chat;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSurroundings
class OlderMessagesTest {

    @Test
    void whatWasSaidBefore_isReadBackwards_pageByPage() {
        // Given
        var citizen = Citizen.whoReported();
        for (String text : List.of("satu", "dua", "tiga", "empat", "lima")) {
            citizen.asking()
                    .header("Idempotency-Key", text)
                    .contentType(ContentType.JSON)
                    .body(Map.of("text", text))
                    .post("/api/v1/report/messages")
                    .then()
                    .statusCode(201);
        }
        // When, then
        messages(citizen, Long.MAX_VALUE).body("text", equalTo(List.of("tiga", "empat", "lima")));
        messages(citizen, 3).body("text", equalTo(List.of("satu", "dua")));
        messages(citizen, 1).body("text", equalTo(List.of()));
    }

    private static ValidatableResponse messages(Citizen citizen, long before) {
        return given().auth()
                .oauth2(Tokens.officer())
                .queryParam("before", before)
                .queryParam("limit", 3)
                .get("/api/v1/reports/" + citizen.report() + "/messages")
                .then()
                .statusCode(200);
    }
}
