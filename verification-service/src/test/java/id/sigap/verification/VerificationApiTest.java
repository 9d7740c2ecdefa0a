package id.sigap.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Msisdn;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.testing.api.AccessTable;
import id.sigap.testing.api.ApiContract;
import id.sigap.testing.api.Operation;
import id.sigap.verification.desk.SessionCookie;
import id.sigap.verification.desk.VaultStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class VerificationApiTest extends ApiContract {

    private static final AccessTable ACCESS = AccessTable.of("""
            GET  /api/v1/cases                           sari dewi wira
            GET  /api/v1/cases/{report}                  sari dewi wira
            POST /api/v1/cases/{report}/claim            sari dewi
            POST /api/v1/cases/{report}/release          sari dewi
            POST /api/v1/cases/{report}/assign           dewi
            POST /api/v1/cases/{report}/request-evidence sari dewi
            POST /api/v1/cases/{report}/verify           sari dewi
            POST /api/v1/cases/{report}/approve          sari dewi
            POST /api/v1/cases/{report}/disapprove       sari dewi
            POST /api/v1/cases/{report}/reject           sari dewi
            POST /api/v1/cases/{report}/answer           sari dewi
            GET  /api/v1/cases/{report}/similar          sari dewi wira
            POST /api/v1/cases/{report}/merge            sari dewi
            POST /api/v1/cases/{report}/unmerge          sari dewi
            POST /api/v1/cases/{report}/read             sari dewi
            GET  /api/v1/appeals                         wira
            GET  /api/v1/appeals/{appeal}                wira
            POST /api/v1/appeals/{appeal}/uphold         wira
            POST /api/v1/appeals/{appeal}/dismiss        wira
            """);

    /** What the vault's stand-in has of each report, and of each appeal. */
    private static final String PIECE = "01890000-0000-7000-8000-000000000004";

    private static final String ENCLOSED = "01890000-0000-7000-8000-00000000000a";

    @Inject
    Citizens citizens;

    private String report;
    private String appeal;
    private String cookie;
    private String regulator;
    private String leaving;

    @BeforeEach
    void report() throws Exception {
        report = citizens.submit(citizens.aComplaint()).toString();
        HelpDesk.awaitCase(report, "state", "WAITING");
        appeal = citizens.appeal(new Msisdn("+628110000098"), ENCLOSED).toString();
        cookie = SessionCookie.of("dewi", "supervisor");
        regulator = SessionCookie.of("wira", "regulator");
        leaving = SessionCookie.of("sari", "officer");
    }

    @Override
    protected AccessTable access() {
        return ACCESS;
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("{report}", report, "{appeal}", appeal, "{evidence}", PIECE, "{note}", PIECE);
    }

    @Override
    protected List<String> pageHeaders() {
        return browser(cookie);
    }

    private static List<String> browser(String session) {
        return List.of("Cookie: " + session, "Accept: text/html");
    }

    @Override
    protected List<Operation> pages() {
        return List.of(
                Operation.page("GET", "/", "lang"),
                Operation.page("GET", "/desk", "after", "nothing", "lang"),
                Operation.page("POST", "/desk/next"),
                Operation.page("GET", "/desk/signed-in", "lang"),
                Operation.page("GET", "/desk/logout").by(browser(leaving)),
                Operation.page("POST", "/desk/logout").by(browser(leaving)),
                Operation.page("GET", "/desk/appeals", "state", "after").by(browser(regulator)),
                Operation.page("GET", "/desk/appeals/{appeal}", "form").by(browser(regulator)),
                Operation.page("GET", "/desk/appeals/{appeal}/evidence/{evidence}")
                        .by(browser(regulator)),
                Operation.page("GET", "/desk/appeals/{appeal}/evidence/{evidence}/shown")
                        .by(browser(regulator)),
                Operation.form("/desk/appeals/{appeal}/uphold", "seen").by(browser(regulator)),
                Operation.form("/desk/appeals/{appeal}/dismiss", "reason=FRAUD_CONFIRMED", "seen")
                        .by(browser(regulator)),
                Operation.page("GET", "/desk/team", "officer", "form"),
                Operation.page("GET", "/desk/queue/board", "version"),
                Operation.page("GET", "/desk/cases/{report}", "before", "form"),
                Operation.page("GET", at("messages"), "before"),
                Operation.form(at("messages"), "text=Halo?", "key"),
                Operation.form(at("assign"), "officer=sari", "seen", "back"),
                Operation.form(at("moves/claim"), "seen", "then"),
                Operation.form(at("moves/check"), "number=0811 0000 0042", "category", "operator", "seen", "evidence"),
                Operation.form(at("moves/verify"), "number=0811 0000 0042", "category", "operator", "seen", "evidence"),
                Operation.form(
                        at("moves/request-evidence"),
                        "kinds=CALL_RECORDING",
                        "message",
                        "template",
                        "messageKey",
                        "seen"),
                Operation.form(at("moves/answer"), "answer=NUMBER_NOT_BLOCKABLE", "seen", "then"),
                Operation.form(at("moves/reject"), "reason=NOT_FRAUD", "seen", "then"),
                Operation.form(at("moves/merge"), "others", "seen"),
                Operation.form(at("moves/unmerge"), "merged"),
                Operation.form(at("moves/read"), "messages=1"),
                Operation.form(at("moves/release"), "seen", "then"),
                Operation.form(at("moves/approve"), "seen", "then"),
                Operation.form(at("moves/disapprove"), "reason=Belum jelas.", "seen", "then"),
                Operation.page("POST", at("presence")),
                Operation.page("POST", at("presence/left")),
                Operation.page("GET", at("evidence/{evidence}")),
                Operation.page("GET", at("evidence/{evidence}/shown")),
                Operation.page("GET", at("evidence/{evidence}/peaks")),
                Operation.form(at("evidence/{evidence}/notes"), "note=Di sini.", "at=0:01", "key", "piece"),
                Operation.form(at("evidence/{evidence}/notes/{note}/remove")));
    }

    private static String at(String form) {
        return "/desk/cases/{report}/" + form;
    }

    @Test
    void theDocument_namesItsTypes() {
        var document = new String(
                server().get("/openapi", List.of("Accept: application/json")).body());
        assertThat(document).contains("\"openapi\" : \"3.1", "#/components/schemas/Case\"", "\"Msisdn\"");
    }
}
