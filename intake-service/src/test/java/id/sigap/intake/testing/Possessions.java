package id.sigap.intake.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import id.sigap.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** All that can belong to a case, by the variable that names it in a path. */
public final class Possessions {

    private Possessions() {}

    /** A report with a recording, a note of it, and an upload on its way. */
    public static Map<String, String> ofARecording(Citizen citizen) {
        String recording = handedIn(citizen, SampleFile.wav(8_000));
        String note = given().auth()
                .oauth2(Tokens.officer())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("atMillis", 1, "text", "Di sini."))
                .post("/api/v1/reports/" + citizen.report() + "/evidence/" + recording + "/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("note");
        return Map.of("report", citizen.report(), "evidence", recording, "note", note);
    }

    /** A report with a picture that is ready to be looked at. */
    public static Map<String, String> ofAPicture(Citizen citizen) {
        String picture = handedIn(citizen, SampleFile.png());
        awaitReady("reports/" + citizen.report());
        return Map.of("report", citizen.report(), "evidence", picture);
    }

    /** An appeal with a document that is ready to be looked at. @param receipt of one that isn't submitted yet */
    public static Map<String, String> ofAnAppeal(String appeal, String receipt) {
        String document = holding(receipt)
                .contentType("image/png")
                .body(SampleFile.png())
                .post("/api/v1/appeal/documents")
                .then()
                .statusCode(201)
                .extract()
                .path("evidence");
        awaitReady("appeals/" + appeal);
        return Map.of("appeal", appeal, "evidence", document);
    }

    /** Begun, not finished. @param where it was declared: {@code /api/v1/report/evidence} or {@code /api/v1/appeal/documents} */
    public static Map<String, String> anUpload(String receipt, String where) {
        String address = holding(receipt)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("sizeBytes", 1000, "mediaType", "image/png", "name", "foto.png"))
                .post(where + "/uploads")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return Map.of("upload", address.replaceFirst(".*/", ""));
    }

    /** @return the answer's {@code appeal} and {@code receiptCode} */
    public static Map<String, String> appealDraft() {
        var form = new HashMap<String, Object>();
        form.put("name", "Agus Wijaya");
        form.put("email", Citizen.newMailbox());
        form.put("mobile", "0811 0000 0032");
        form.put("number", "0811 0000 0098");
        form.put("statement", "Nomor ini milik saya dan tidak pernah dipakai menipu.");
        form.put("documentsFollow", true);
        var taken = given().header("X-Forwarded-For", Citizen.anAddress())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(form)
                .post("/api/v1/appeals")
                .then()
                .statusCode(201)
                .extract();
        return Map.of("appeal", taken.path("appeal"), "receiptCode", taken.path("receiptCode"));
    }

    private static String handedIn(Citizen citizen, byte[] file) {
        return citizen.handsIn(file, "application/octet-stream")
                .statusCode(201)
                .extract()
                .path("evidence");
    }

    private static void awaitReady(String kase) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().auth()
                .oauth2(Tokens.regulator())
                .get("/api/v1/" + kase + "/derivatives")
                .then()
                .statusCode(200)
                .body("size()", is(1))
                .body("state", everyItem(is("READY"))));
    }

    private static RequestSpecification holding(String receipt) {
        return given().header("Sigap-Receipt", receipt);
    }
}
