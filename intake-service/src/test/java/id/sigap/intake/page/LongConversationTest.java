package id.sigap.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page doesn't grow with what was said; links lead to the rest, without scripts. */
@Tag("service")
@QuarkusTest
@WithSurroundings
class LongConversationTest {

    private static final Pattern MESSAGE = Pattern.compile("pesan-(\\d+)-");

    @Test
    void theNewestMessages_areShown_andALinkLeadsToEarlierOnes() {
        // Given
        var citizen = Citizen.whoReported();
        for (int i = 1; i <= 53; i++) {
            citizen.asking()
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType(ContentType.JSON)
                    .body(Map.of("text", "pesan-" + i + "-"))
                    .post("/api/v1/report/messages")
                    .then()
                    .statusCode(201);
        }
        String session = given().redirects()
                .follow(false)
                .formParam("receipt", citizen.receipt())
                .post("/case")
                .cookie("sigap-case");
        // When
        String newest = page("/case", session);
        String earlier = page("/case?before=4", session);
        // Then
        assertThat(newest).contains("href=\"/case?before=4#chat\"").doesNotContain("href=\"/case#chat\"");
        assertThat(numbers(newest)).hasSize(50).startsWith(4).endsWith(53);
        assertThat(earlier).contains("href=\"/case#chat\"").doesNotContain("?before=");
        assertThat(numbers(earlier)).containsExactly(1, 2, 3);
    }

    private static String page(String address, String session) {
        return given().cookie("sigap-case", session)
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<Integer> numbers(String page) {
        return MESSAGE.matcher(page)
                .results()
                .map(message -> Integer.valueOf(message.group(1)))
                .toList();
    }
}
