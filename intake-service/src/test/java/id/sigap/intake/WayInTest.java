package id.sigap.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSurroundings
class WayInTest {

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
}
