package id.sigap.intake;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.Possessions;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.api.AccessTable;
import id.sigap.testing.api.Operation;
import id.sigap.testing.api.OwnershipContract;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("service")
@QuarkusTest
@WithSurroundings
class IntakeApiTest extends OwnershipContract {

    private static final AccessTable ACCESS = AccessTable.of("""
            POST   /api/v1/reports                                             anybody
            POST   /api/v1/number-checks                                       anybody
            GET    /api/v1/proof-of-work                                       anybody
            POST   /api/v1/appeals                                             anybody
            GET    /api/v1/report                                              receipt
            POST   /api/v1/report/withdraw                                     receipt
            GET    /api/v1/report/messages                                     receipt
            POST   /api/v1/report/messages                                     receipt
            GET    /api/v1/report/evidence                                     receipt
            POST   /api/v1/report/evidence                                     receipt
            POST   /api/v1/report/evidence/uploads                             receipt
            HEAD   /api/v1/report/evidence/uploads/{upload}                    receipt
            PATCH  /api/v1/report/evidence/uploads/{upload}                    receipt
            DELETE /api/v1/report/evidence/uploads/{upload}                    receipt
            GET    /api/v1/appeal                                              receipt
            POST   /api/v1/appeal/submit                                       receipt
            POST   /api/v1/appeal/documents                                    receipt
            POST   /api/v1/appeal/documents/uploads                            receipt
            HEAD   /api/v1/appeal/documents/uploads/{upload}                   receipt
            PATCH  /api/v1/appeal/documents/uploads/{upload}                   receipt
            DELETE /api/v1/appeal/documents/uploads/{upload}                   receipt
            GET    /api/v1/reports/{report}                                    sari dewi wira
            GET    /api/v1/reports/{report}/messages                           sari dewi wira
            POST   /api/v1/reports/{report}/messages                           sari dewi
            GET    /api/v1/reports/{report}/evidence                           sari dewi wira
            GET    /api/v1/reports/{report}/evidence/{evidence}/content        sari dewi wira
            GET    /api/v1/reports/{report}/derivatives                        sari dewi wira
            GET    /api/v1/reports/{report}/evidence/{evidence}/derivative     sari dewi wira
            GET    /api/v1/reports/{report}/evidence/{evidence}/peaks          sari dewi wira
            GET    /api/v1/reports/{report}/evidence/{evidence}/notes          sari dewi wira
            POST   /api/v1/reports/{report}/evidence/{evidence}/notes          sari dewi
            DELETE /api/v1/reports/{report}/evidence/{evidence}/notes/{note}   sari dewi
            GET    /api/v1/appeals/{appeal}                                    wira
            GET    /api/v1/appeals/{appeal}/derivatives                        wira
            GET    /api/v1/appeals/{appeal}/evidence/{evidence}/content        wira
            GET    /api/v1/appeals/{appeal}/evidence/{evidence}/derivative     wira
            GET    /api/v1/{kind}/{case}/accesses                              wira
            DELETE /api/v1/{kind}/{case}/personal-data                         wira
            """);

    private Citizen citizen;

    @BeforeEach
    void report() {
        citizen = Citizen.whoReported();
    }

    @Override
    protected AccessTable access() {
        return ACCESS;
    }

    @Override
    protected Map<String, String> known() {
        return Map.ofEntries(
                Map.entry("Sigap-Receipt", citizen.receipt()),
                Map.entry("Idempotency-Key", UUID.randomUUID().toString()),
                Map.entry("Upload-Offset", "0"),
                Map.entry("{report}", citizen.report()),
                Map.entry("{step}", "story"),
                Map.entry("{kind}", "reports"),
                Map.entry("{case}", citizen.report()),
                Map.entry("kind", "\"COMPLAINT\""),
                Map.entry("suspectNumber", "\"0811 0000 0099\""),
                Map.entry("number", "\"0811 0000 0099\""),
                Map.entry("mobile", "\"0811 0000 0031\""),
                Map.entry("email", "\"rina@example.id\""),
                Map.entry("language", "\"id\""),
                Map.entry("occurredAt", "\"" + Instant.now().minus(1, ChronoUnit.HOURS) + "\""));
    }

    @Override
    protected List<Pair> pairs() {
        Citizen one = Citizen.whoReported();
        Citizen other = Citizen.whoReported();
        Map<String, String> appeal = Possessions.appealDraft();
        Map<String, String> otherAppeal = Possessions.appealDraft();
        var picture = Possessions.ofAPicture(one);
        var document = Possessions.ofAnAppeal(appeal.get("appeal"), appeal.get("receiptCode"));
        Map<String, String> asReport = Map.of("kind", "reports", "case", one.report());
        Map<String, String> asAppeal = Map.of("kind", "appeals", "case", appeal.get("appeal"));
        return List.of(
                seenByAll(picture, Possessions.ofAPicture(other)),
                seenByAll(Possessions.ofARecording(one), Possessions.ofARecording(other)),
                seenByAll(document, Possessions.ofAnAppeal(otherAppeal.get("appeal"), otherAppeal.get("receiptCode"))),
                seenByAll(picture, Map.of("report", appeal.get("appeal"), "evidence", document.get("evidence"))),
                seenByAll(document, Map.of("appeal", one.report(), "evidence", picture.get("evidence"))),
                seenByAll(asReport, asAppeal),
                seenByAll(asAppeal, asReport),
                uploads(one.receipt(), other.receipt(), "/api/v1/report/evidence"),
                uploads(appeal.get("receiptCode"), otherAppeal.get("receiptCode"), "/api/v1/appeal/documents"));
    }

    private static Pair seenByAll(Map<String, String> mine, Map<String, String> theirs) {
        return new Pair(new Belongings(List.of(), mine), new Belongings(List.of(), theirs));
    }

    private static Pair uploads(String mine, String theirs, String where) {
        return new Pair(upload(mine, where), upload(theirs, where));
    }

    private static Belongings upload(String receipt, String where) {
        return new Belongings(List.of("Sigap-Receipt: " + receipt), Possessions.anUpload(receipt, where));
    }

    @Override
    protected String bodyOf(Operation operation) {
        return operation.path().endsWith("/notes") ? "{\"atMillis\": 1, \"text\": \"Di sini.\"}" : "{}";
    }

    /** What is typed is kept for this browser, and shown again where its forms lead. */
    @Override
    protected List<String> pageHeaders() {
        return List.of("Accept: text/html", "Cookie: sigap-form=" + "a".repeat(43));
    }

    @Override
    protected List<Operation> pages() {
        List<String> reporter = browserThatOpened(citizen.receipt());
        List<String> owner = browserThatOpened(Possessions.appealDraft().get("receiptCode"));
        // what it does ends its case, or its session
        List<String> withdrawing = browserThatOpened(Citizen.whoReported().receipt());
        List<String> submitting = browserThatOpened(Possessions.appealDraft().get("receiptCode"));
        List<String> leaving = browserThatOpened(citizen.receipt());
        return List.of(
                Operation.page("GET", "/", "lang"),
                Operation.page("GET", "/report", "lang"),
                Operation.page("GET", "/report/{step}", "lang"),
                Operation.page("GET", "/report/receipt", "lang"),
                Operation.page("POST", "/report/new"),
                Operation.page("GET", "/check", "number", "lang"),
                Operation.page("GET", "/case", "lang"),
                Operation.page("GET", "/case", "before", "lang").by(reporter),
                Operation.page("GET", "/case/withdraw", "lang").by(withdrawing),
                Operation.page("POST", "/case/withdraw").by(withdrawing),
                Operation.page("POST", "/case/leave").by(leaving),
                Operation.fileForm("/case/evidence"),
                Operation.fileForm("/case/evidence").by(reporter),
                Operation.page("GET", "/appeal", "lang"),
                Operation.page("GET", "/appeal", "lang").by(owner),
                Operation.page("GET", "/appeal/receipt", "lang"),
                Operation.page("POST", "/appeal/submit").by(submitting),
                Operation.fileForm("/appeal/documents"),
                Operation.fileForm("/appeal/documents").by(owner),
                Operation.form("/case", "receipt", "text", "open=yes", "proof", "lang"),
                Operation.form("/case/messages", "text", "key", "send=yes", "lang"),
                Operation.form("/case/messages", "text=Halo", "key", "send=yes", "lang")
                        .by(reporter),
                Operation.form("/check", "number", "go=yes", "lang"),
                Operation.form("/report/suspect", "suspectNumber"),
                step("YOU", "next"),
                step("NUMBER", "next"),
                step("STORY", "next"),
                step("CHECK", "send"),
                Operation.form(
                        "/appeal",
                        "number=0811 0000 0098",
                        "statement=Nomor ini milik saya.",
                        "name=Agus Wijaya",
                        "email=agus@example.id",
                        "mobile=0811 0000 0032",
                        "key",
                        "proof",
                        "send=yes",
                        "lang"));
    }

    private List<String> browserThatOpened(String receipt) {
        String session = RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("receipt", receipt)
                .post("/case")
                .cookie("sigap-case");
        return List.of("Accept: text/html", "Cookie: sigap-case=" + session);
    }

    private static Operation step(String from, String to) {
        return Operation.form(
                "/report",
                "from=" + from,
                "to=" + to,
                "name=Rina Kartika",
                "email=rina@example.id",
                "mobile=0811 0000 0031",
                "kind=COMPLAINT",
                "suspectNumber=0811 0000 0099",
                "channel=SMS",
                "category=PRIZE",
                "occurredAt=" + LocalDate.now(ZoneId.of("Asia/Jakarta")),
                "occurredTime",
                "zone",
                "moneyLost=false",
                "narrative=Saya menerima pesan menang undian.",
                "key",
                "proof",
                "lang");
    }
}
