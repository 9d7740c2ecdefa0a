package id.sigap.intake.testing;

import static io.restassured.RestAssured.given;

import id.sigap.events.ReportId;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Somebody who reports, over HTTP. Mails go to an address of their own. */
public final class Citizen {

    private static final Random RANDOM = new Random();

    private final String email;
    private String receipt;
    private String report;
    private String caseNumber;

    private Citizen(String email) {
        this.email = email;
    }

    /** Of somebody who has no case yet: a mailbox is told of few a day. */
    public static String newMailbox() {
        return "warga-" + UUID.randomUUID() + "@warga.example";
    }

    /** A form in good order, to be spoilt by a test. */
    public static Map<String, Object> form() {
        var form = new HashMap<String, Object>();
        form.put("name", "Rina Kartika");
        form.put("email", "rina-" + UUID.randomUUID() + "@example.id");
        form.put("mobile", "0811-0000-0031");
        form.put("kind", "COMPLAINT");
        form.put("channel", "SMS");
        form.put("category", "PRIZE");
        form.put("suspectNumber", "+62 811 0000 0099");
        form.put("occurredAt", Instant.now().minus(1, ChronoUnit.HOURS).toString());
        form.put("moneyLost", false);
        form.put("narrative", "Saya menerima pesan menang undian dan diminta membayar pajak.");
        form.put("language", "id");
        return form;
    }

    /** Somebody with a report in the vault. */
    public static Citizen whoReported() {
        return whoReported(form());
    }

    public static Citizen whoReported(Map<String, Object> form) {
        var citizen = new Citizen((String) form.get("email"));
        var answer = submit(form).statusCode(201).extract();
        citizen.receipt = answer.path("receiptCode");
        citizen.report = answer.path("report");
        citizen.caseNumber = answer.path("caseNumber");
        return citizen;
    }

    public static ValidatableResponse submit(Map<String, Object> form) {
        return submit(form, UUID.randomUUID().toString());
    }

    /** From a home of their own: limits count by network. */
    public static ValidatableResponse submit(Map<String, Object> form, String key) {
        return submit(form, key, given().header("X-Forwarded-For", anAddress()));
    }

    /** Like everybody else's. */
    public static String anAddress() {
        int host = RANDOM.nextInt(1 << 24);
        return "10.%d.%d.%d".formatted(host >> 16, host >> 8 & 255, host & 255);
    }

    /** @param from where it comes from, and what else it brings along */
    public static ValidatableResponse submit(Map<String, Object> form, String key, RequestSpecification from) {
        return from.header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(form)
                .post("/api/v1/reports")
                .then();
    }

    /** A request with the receipt in hand. */
    public RequestSpecification asking() {
        return given().header("Sigap-Receipt", receipt).header("Accept-Language", "en");
    }

    public ValidatableResponse follows() {
        return asking().get("/api/v1/report").then();
    }

    public ValidatableResponse handsIn(byte[] file, String contentType) {
        return asking().contentType(contentType)
                .body(file)
                .post("/api/v1/report/evidence")
                .then();
    }

    public String receipt() {
        return receipt;
    }

    public String report() {
        return report;
    }

    public ReportId id() {
        return ReportId.of(report);
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String email() {
        return email;
    }
}
