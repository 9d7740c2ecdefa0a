package id.sigap.intake.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.sigap.events.Topic;
import id.sigap.events.report.ReportWithdrawn;
import id.sigap.intake.pace.LimitsConfig;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSurroundings
class TrackingTest {

    @Inject
    LimitsConfig limits;

    @Test
    void receipt_opensOnesReport_inPlainWords() {
        // Given
        var citizen = Citizen.whoReported();
        // When
        var shown = citizen.follows();
        // Then
        shown.statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("caseNumber", equalTo(citizen.caseNumber()))
                .body("status", equalTo("SUBMITTED"))
                .body("timeline[0].code", equalTo("SUBMITTED"))
                .body("timeline[0].text", equalTo("Laporan Anda kami terima."))
                .body("nextStep.text", containsString("Tunggu petugas"));
    }

    @Test
    void withdrawnReport_isSaidOnce_andCanNotBeWithdrawnAgain() {
        // Given
        var citizen = Citizen.whoReported();
        // When
        citizen.asking()
                .post("/api/v1/report/withdraw")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("timeline.code", hasItem("WITHDRAWN"));
        // Then
        citizen.asking().post("/api/v1/report/withdraw").then().statusCode(409).body("state", equalTo("WITHDRAWN"));
        try (var topic = TopicReader.of(Topic.REPORTS)) {
            assertThat(topic.await(citizen.report(), ReportWithdrawn.class).report())
                    .isEqualTo(citizen.id());
        }
    }

    @Test
    void noReceipt_orAnAppeals_opensNoReport() {
        given().get("/api/v1/report").then().statusCode(401).contentType("application/problem+json");
        given().header("Sigap-Receipt", "0000-0000-0000-0000-0000-0000-0000")
                .get("/api/v1/report")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:sigap:problem:receipt-unknown"));
    }

    @Test
    void guesser_isSlowedDown_othersAreNot() throws IOException, InterruptedException {
        // Given
        var citizen = Citizen.whoReported();
        try (var guesser = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.77"))
                .build()) {
            // When
            for (int i = 0; i < limits.wrongReceipts().times(); i++) {
                assertThat(follow(guesser, "0000-0000-0000-0000-0000-0000-000" + i % 10))
                        .isEqualTo(401);
            }
            // Then
            assertThat(follow(guesser, citizen.receipt())).isEqualTo(429);
            citizen.follows().statusCode(200);
        }
    }

    private static int follow(HttpClient client, String receipt) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/report"))
                .header("Sigap-Receipt", receipt)
                // a forged address must not help
                .header("X-Forwarded-For", "10.0.0." + receipt.charAt(receipt.length() - 1))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
