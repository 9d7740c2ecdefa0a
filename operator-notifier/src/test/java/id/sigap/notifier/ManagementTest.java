package id.sigap.notifier;

import static id.sigap.notifier.Samples.INDOSAT;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class ManagementTest {

    @TestHTTPResource(value = "/q/health", management = true)
    URL health;

    @TestHTTPResource(value = "/q/metrics", management = true)
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
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            String text = given().accept("text/plain").get(metrics).asString();
            return text.matches(
                            "(?s).*sigap_deliveries\\{channel=\"EMAIL\",operator=\"INDOSAT\",state=\"FAILED\"} [1-9].*")
                    && text.contains("sigap_watermark_age_seconds");
        });
    }
}
