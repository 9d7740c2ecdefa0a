package id.sigap.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.Possessions;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.api.RawHttp;
import id.sigap.testing.api.RawHttp.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
class WayInTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @Test
    void everyOperation_isDescribed_withItsFailures() {
        // When
        JsonPath document = given().accept("application/json")
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        // Then
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        Stream<Map<String, Object>> operations = paths.values().stream()
                .flatMap(path -> path.values().stream())
                .filter(operation -> operation.containsKey("responses"));
        assertThat(operations).hasSizeGreaterThan(18).allSatisfy(operation -> {
            assertThat(operation).containsKey("summary");
            assertThat((Map<?, ?>) operation.get("responses")).hasSizeGreaterThan(1);
        });
    }

    @Test
    void unknownAddressAndMethod_areProblems() {
        given().get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        given().delete("/api/v1/report").then().statusCode(405).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/report", "/report/suspect", "/check", "/case", "/case/messages", "/appeal"})
    void aFormThatIsNoFile_isRefusedInWords_beforeItIsHere(String form) {
        // When: nothing but its first field comes
        Answer announced = server().send(
                        "POST",
                        form,
                        List.of(FORM, "Accept: text/html", "Content-Length: 31000000"),
                        ascii("narrative=a"));
        Answer unannounced = server().sendChunked(
                        "POST", form, List.of(FORM, "Accept: text/html"), ascii("a=" + "a".repeat(400_000)));
        // Then
        assertThat(List.of(announced, unannounced)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Terlalu besar");
        });
    }

    @ParameterizedTest
    @CsvSource({"/case/evidence, /case", "/appeal/documents, /appeal"})
    void aFileWithoutASession_isSentOnAtOnce_andHungUpOn(String door, String where) throws IOException {
        try (Socket browser = server().connect()) {
            // When: the rest of it never comes
            browser.getOutputStream().write(ascii("""
                    POST %s HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: 31000000\r
                    \r
                    --x""".formatted(door)));
            browser.setSoTimeout(Math.toIntExact(Duration.ofSeconds(10).toMillis()));
            // Then: up to where the connection is closed
            String said = new String(browser.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(said).startsWith("HTTP/1.1 303").contains("\r\nLocation: " + where + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded; charset=no-such",
                "application/x-www-form-urlencoded; charset=\"\"",
                "multipart/form-data; boundary=x; charset=no-such",
                "application/json; charset=no-such"
            })
    void aCharsetThatIsNone_isAnUnsupportedType(String type) {
        for (String door : List.of("/report", "/case/evidence", "/appeal/documents", "/api/v1/number-checks")) {
            assertThat(server().send("POST", door, List.of("Content-Type: " + type), ascii("name=%41"))
                            .status())
                    .as(door)
                    .isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a"})
    void aFileFormThatSaysNoType_isRefused(String body) {
        String report = session(Citizen.whoReported().receipt());
        String appeal = session(Possessions.appealDraft().get("receiptCode"));
        // When
        Answer evidence = server().send("POST", "/case/evidence", List.of("Cookie: " + report), ascii(body));
        Answer document = server().send("POST", "/appeal/documents", List.of("Cookie: " + appeal), ascii(body));
        // Then: an empty one says on its page why nothing was taken
        assertThat(List.of(evidence.status(), document.status())).containsOnly(body.isEmpty() ? 200 : 415);
    }

    private static String session(String receipt) {
        return "sigap-case="
                + given().redirects()
                        .follow(false)
                        .formParam("receipt", receipt)
                        .post("/case")
                        .cookie("sigap-case");
    }

    private static RawHttp server() {
        return RawHttp.at(RestAssured.port);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
