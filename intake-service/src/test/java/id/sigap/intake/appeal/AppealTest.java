package id.sigap.intake.appeal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import id.sigap.events.Topic;
import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.verification.AppealDismissed;
import id.sigap.events.verification.AppealOpened;
import id.sigap.events.verification.DismissalReason;
import id.sigap.intake.testing.SampleFile;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.Mailbox;
import id.sigap.testing.Tokens;
import id.sigap.testing.TopicReader;
import id.sigap.testing.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSurroundings
class AppealTest {

    private static Map<String, Object> form() {
        var form = new HashMap<String, Object>();
        form.put("name", "Agus Wijaya");
        form.put("email", "agus-" + UUID.randomUUID() + "@example.id");
        form.put("mobile", "0811 0000 0032");
        form.put("number", "0811 0000 0098");
        form.put("statement", "Nomor ini milik saya dan tidak pernah dipakai menipu.");
        form.put("language", "en");
        return form;
    }

    private static ValidatableResponse submit(Map<String, Object> form) {
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(form)
                .post("/api/v1/appeals")
                .then();
    }

    private static RequestSpecification holding(String receipt) {
        return given().header("Sigap-Receipt", receipt);
    }

    @Test
    void appealWithoutDocuments_isSubmittedAtOnce_andToldByMail() {
        // Given
        var form = form();
        // When
        String appeal = submit(form)
                .statusCode(201)
                .body("appealNumber", matchesPattern("BND-[0-9]{4}-[0-9]{6,}"))
                .body("status", equalTo("SUBMITTED"))
                .extract()
                .path("appeal");
        // Then
        try (var topic = TopicReader.of(Topic.REPORTS)) {
            var said = topic.await(appeal, AppealSubmitted.class);
            assertThat(said.number()).isEqualTo(new Msisdn("+6281100000098"));
            assertThat(said.evidence()).isEmpty();
        }
        assertThat(Mailbox.awaitMessageTo((String) form.get("email")).subject()).contains("We received your appeal");
    }

    @Test
    void documents_areHandedInFirst_andSaidWithTheAppeal() {
        // Given
        var form = form();
        form.put("documentsFollow", true);
        var taken =
                submit(form).statusCode(201).body("status", equalTo("DRAFT")).extract();
        String receipt = taken.path("receiptCode");
        String appeal = taken.path("appeal");
        String document = holding(receipt)
                .contentType("application/pdf")
                .body(SampleFile.pdf("kartu keluarga"))
                .post("/api/v1/appeal/documents")
                .then()
                .statusCode(201)
                .body("state", equalTo("CLEAN"))
                .extract()
                .path("evidence");
        // When
        holding(receipt).post("/api/v1/appeal/submit").then().statusCode(200).body("status", equalTo("SUBMITTED"));
        // Then
        holding(receipt).post("/api/v1/appeal/submit").then().statusCode(409);
        try (var topic = TopicReader.of(Topic.REPORTS)) {
            assertThat(topic.await(appeal, AppealSubmitted.class).evidence())
                    .extracting(ref -> ref.evidence().toString())
                    .containsExactly(document);
        }
        given().auth()
                .oauth2(Tokens.regulator())
                .get("/api/v1/appeals/" + appeal)
                .then()
                .statusCode(200)
                .body("statement", equalTo(form.get("statement")))
                .body("numberAsTyped", equalTo(form.get("number")))
                .body("documents", hasSize(1));
        given().auth()
                .oauth2(Tokens.regulator())
                .get("/api/v1/appeals/" + appeal + "/evidence/" + document + "/content")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.regulator())
                .get("/api/v1/appeals/" + appeal + "/accesses")
                .then()
                .body("items.what", hasItems("APPEAL", "EVIDENCE"));
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/v1/appeals/" + appeal)
                .then()
                .statusCode(403);
    }

    @Test
    void decision_isFollowed_andToldToTheAppellant() {
        // Given
        var form = form();
        var taken = submit(form).extract();
        String receipt = taken.path("receiptCode");
        var id = AppealId.of(taken.path("appeal"));
        var number = new Msisdn("+6281100000098");
        // When
        Topics.publish(new AppealOpened(id, number, Instant.now()), 1);
        Topics.publish(new AppealDismissed(id, number, DismissalReason.OWNERSHIP_NOT_PROVEN, "wira", Instant.now()), 2);
        // Then
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> holding(receipt)
                .get("/api/v1/appeal")
                .then()
                .body("status", equalTo("DISMISSED"))
                .body("reason", equalTo("OWNERSHIP_NOT_PROVEN"))
                .body("statusText", equalTo("Your appeal was dismissed.")));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Mailbox.messagesTo((String) form.get("email")).size() == 2);
    }

    @Test
    void numberThatCanNotBeBlocked_isNoNumberToAppealFor() {
        // Given
        var form = form();
        form.put("number", "+1 202 555 0143");
        form.remove("statement");
        // When
        var answer = submit(form);
        // Then
        answer.statusCode(400).body("errors.field", hasItems("number", "statement"));
    }

    @Test
    void reportsReceipt_opensNoAppeal() {
        holding("1111-0000-0000-0000-0000-0000-0000")
                .get("/api/v1/appeal")
                .then()
                .statusCode(401);
    }
}
