package id.sigap.notifier;

import static id.sigap.notifier.Samples.INDOSAT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class ManagementTest {

    @TestHTTPResource(value = "/health", management = true)
    URL health;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void service_isHealthy_thoughAnOperatorIsNot() {
        // When
        Asked.toBlock(INDOSAT);
        // Then
        given().get(health).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void whatDidNotArrive_andTheWatermarksAge_areMetrics() {
        // When
        Asked.toBlock(INDOSAT);
        // Then
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(linesOf(metrics))
                .anyMatch(line -> line.startsWith("sigap_deliveries{")
                        && line.contains("channel=\"EMAIL\"")
                        && line.contains("operator=\"INDOSAT\"")
                        && line.contains("state=\"FAILED\"")
                        && !line.endsWith(" 0.0"))
                .anyMatch(line -> line.startsWith("sigap_watermark_age_seconds")));
    }

    @Test
    void whatNobodyNeedsAnyMore_isAMetric() {
        // Given
        SmtpGate.shut();
        try {
            var block = Asked.toBlock(Samples.TELKOMSEL);
            // When
            Asked.telkomsel()
                    .post("/api/v1/requests/{id}/confirm", block.request().toString())
                    .then()
                    .statusCode(200);
        } finally {
            SmtpGate.open();
        }
        // Then
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(linesOf(metrics))
                .anyMatch(line -> line.startsWith("sigap_deliveries_cancelled_total{")
                        && line.contains("operator=\"TELKOMSEL\"")));
    }

    private static List<String> linesOf(URL page) {
        return given().get(page)
                .asString()
                .lines()
                .filter(line -> line.startsWith("sigap_"))
                .toList();
    }
}
