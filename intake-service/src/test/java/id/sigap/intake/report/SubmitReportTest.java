package id.sigap.intake.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import id.sigap.events.SuspectNumber;
import id.sigap.events.Topic;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.Tokens;
import id.sigap.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
class SubmitReportTest {

    @Test
    void report_isAnsweredWithCaseNumberAndReceipt_andSaidWithoutWhoReported() {
        // Given
        var form = Citizen.form();
        // When
        var answer = Citizen.submit(form)
                .statusCode(201)
                .header("Cache-Control", containsString("no-store"))
                .body("caseNumber", matchesPattern("LPR-[0-9]{4}-[0-9]{6,}"))
                .body("receiptCode", matchesPattern("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}"))
                .body("status", equalTo("SUBMITTED"))
                .extract();
        // Then
        try (var topic = TopicReader.of(Topic.REPORTS)) {
            var said = topic.await(answer.path("report"), ReportSubmitted.class);
            assertThat(said.suspect())
                    .hasValue(new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+6281100000099"));
            assertThat(said.reporter()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void sameKeyAndForm_isTheSameReport() {
        // Given
        var form = Citizen.form();
        String key = UUID.randomUUID().toString();
        String first = Citizen.submit(form, key).statusCode(201).extract().asString();
        // When
        String second = Citizen.submit(form, key).statusCode(201).extract().asString();
        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void sameKeyWithAnotherForm_isRefused() {
        // Given
        String key = UUID.randomUUID().toString();
        Citizen.submit(Citizen.form(), key).statusCode(201);
        // When
        var answer = Citizen.submit(Citizen.form(), key);
        // Then
        answer.statusCode(422).body("type", equalTo("urn:sigap:problem:idempotency-key-reused"));
    }

    @Test
    void emptyForm_namesEveryMissingField() {
        // When
        var answer = Citizen.submit(new HashMap<>());
        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.field",
                        hasItems(
                                "name",
                                "email",
                                "mobile",
                                "kind",
                                "channel",
                                "category",
                                "suspectNumber",
                                "narrative"));
    }

    /** What is no value of its field; what a value may be, {@link ReportFormTest} tells. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(textBlock = """
                    name,           '  '
                    kind,           'RANT'
                    channel,        'PIGEON'
                    category,       ''
                    occurredAt,     'yesterday'
                    """)
    void wrongField_isNamed(String field, String value) {
        // Given
        var form = Citizen.form();
        form.put(field, value);
        // When
        var answer = Citizen.submit(form);
        // Then
        answer.statusCode(400).contentType("application/problem+json").body("errors.field", hasItem(field));
    }

    @Test
    void number_isKeptAsItWasTyped_forTheOfficerToSee() {
        // Given
        var form = Citizen.form();
        form.put("suspectNumber", " WA: 0811–0000–0098 ");
        // When
        var citizen = Citizen.whoReported(form);
        // Then
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/v1/reports/" + citizen.report())
                .then()
                .statusCode(200)
                .body("suspect.value", equalTo("+6281100000098"))
                .body("suspectAsTyped", equalTo("WA: 0811–0000–0098"));
    }

    @Test
    void twoNumbersInOneField_areToldAsThat() {
        // Given
        var form = Citizen.form();
        form.put("suspectNumber", "0811-0000-042/43");
        form.put("mobile", "0812-0000-001/2");
        // When
        var answer = Citizen.submit(form);
        // Then
        answer.statusCode(400)
                .body("errors.field", containsInAnyOrder("mobile", "suspectNumber"))
                .body("errors.message", everyItem(startsWith("Write one number only")));
    }

    @Test
    void nulInNarrative_isRefused() {
        // Given
        var form = Citizen.form();
        form.put("narrative", "a text with a NUL \0 in it");
        // When
        var answer = Citizen.submit(form);
        // Then
        answer.statusCode(400).body("errors.field", hasItem("narrative"));
    }

    @Test
    void lostMoneyAndHackedAccount_areAdvisedAtOnce_withoutANumber() {
        // Given
        var form = Citizen.form();
        form.put("category", "HACKED_ACCOUNT");
        form.put("moneyLost", true);
        form.put("language", "en");
        form.remove("suspectNumber");
        // When
        var answer = Citizen.submit(form);
        // Then
        answer.statusCode(201)
                .body("advice.code", hasItems("MONEY_LOST", "HACKED_ACCOUNT"))
                .body("advice.text", hasItem(containsString("Anti-Scam")));
    }

    @Test
    void unusualText_isKeptAsItIs() {
        // Given
        var form = Citizen.form();
        form.put("name", "O'Brien 🙂 \"; drop table report; --");
        form.put("narrative", "‮RTL‬ <b>html</b> 😀\r\n'; drop table report; -- end");
        // When
        var answer = Citizen.submit(form);
        // Then
        answer.statusCode(201);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    application/json, '{"name": ',             400
                    application/json, '',                      400
                    application/json, '{"nickname": "Rina"}',  400
                    application/json, '[]',                    400
                    application/json, '{"name":"a","name":"b"}', 400
                    application/json, '{} {}',                 400
                    application/json, '{"suspectNumber":811}', 400
                    text/plain,       'hello',                 415
                    """)
    void body_thatIsNoForm_isAProblem(String contentType, String body, int status) {
        // When
        var answer = given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(contentType)
                .body(body)
                .post("/api/v1/reports")
                .then();
        // Then
        answer.statusCode(status).contentType("application/problem+json");
    }

    @Test
    void oversizeBody_isRefused() {
        // Given
        var form = Citizen.form();
        form.put("narrative", "x".repeat(1024 * 1024));
        // When
        var answer = Citizen.submit(form);
        // Then
        answer.statusCode(413).contentType("application/problem+json");
    }

    @Test
    void missingIdempotencyKey_isNamed() {
        // When
        var answer = given().contentType(ContentType.JSON)
                .body(Citizen.form())
                .post("/api/v1/reports")
                .then();
        // Then
        answer.statusCode(400).body("errors.field", hasItem("Idempotency-Key"));
    }
}
