package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.desk.Workplace.activate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.events.ReportId;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form whose session ended while it was filled in. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class SessionEndTest {

    private static final String WRITTEN = "Tolong kirim rekamannya.\nTerima kasih & salam <sari>";

    @Inject
    Citizens citizens;

    @Inject
    Workplace workplace;

    @BeforeEach
    void nothingElseIsOpen() {
        citizens.takeBackEverything();
    }

    @ParameterizedTest
    @CsvSource({"id, Sesi Anda sudah berakhir", "en, Your session has ended"})
    void whatWasWritten_isKept_andSentAfterTheLogin(String language, String over, Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page page = workplace.loggedIn(visitor, language, "sari");
        page.navigate(workplace.pathOf(report));
        activate(page.locator("#claim button"));
        page.locator("#request-evidence [value=CALL_RECORDING]").press("Space");
        page.locator("#message").fill(WRITTEN);
        page.context().clearCookies();
        // When
        activate(page.locator("#request-evidence button").first());
        // Then
        assertThat(page.locator("h1")).hasText(over);
        assertThat(page.locator("#kept [name=message]")).hasValue(WRITTEN);
        visitor.inspect(page, "desk-form-kept-" + language);
        // When
        Page login = page.context().waitForPage(() -> activate(page.locator("#kept a")));
        activate(login.locator("button#sari"));
        // Then
        assertThat(login).hasURL(workplace.home() + "desk/signed-in");
        visitor.inspect(login, "desk-signed-in-" + language);
        // When
        activate(page.locator("#kept form button"));
        // Then
        assertThat(page.locator("#chat .ours p")).hasText(WRITTEN);
        awaitCase(report, "state", "AWAITING_EVIDENCE");
    }

    @Test
    void aMessage_isKeptToo_withoutScripts(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page page = workplace.loggedIn(visitor.phoneWithoutScripts("id"), "sari");
        page.navigate(workplace.pathOf(report));
        Visitor.follow(page, () -> activate(page.locator("#claim button"))); // one can write before, too
        page.locator("#text").fill(WRITTEN);
        page.context().clearCookies();
        // When
        activate(page.locator("#write button"));
        // Then
        assertThat(page.locator("#kept #text")).hasValue(WRITTEN);
        // When
        Page login = page.context().waitForPage(() -> activate(page.locator("#kept a")));
        activate(login.locator("button#sari"));
        assertThat(login).hasURL(workplace.home() + "desk/signed-in");
        activate(page.locator("#kept form button"));
        // Then
        assertThat(page.locator("#chat .ours p")).hasText(WRITTEN);
        assertThat(page).hasURL(workplace.pathOf(report) + "#chat");
    }

    @Test
    void aDecision_isKeptToo_withoutScripts_andIsNotCarriedOutBefore(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page page = workplace.loggedIn(visitor.phoneWithoutScripts("en"), "sari");
        page.navigate(workplace.pathOf(report));
        activate(page.locator("#claim button"));
        page.locator("#reject [value=TOO_OLD]").press("Space");
        page.context().clearCookies();
        // When
        activate(page.locator("#reject button").first());
        // Then
        assertThat(page.locator("#kept [name=reason]")).hasValue("TOO_OLD");
        awaitCase(report, "state", "CLAIMED");
        // When
        Page login = page.context().waitForPage(() -> activate(page.locator("#kept a")));
        activate(login.locator("button#sari"));
        assertThat(login).hasURL(workplace.home() + "desk/signed-in");
        activate(page.locator("#kept form button"));
        // Then
        awaitCase(report, "state", "REJECTED");
    }

    @Test
    void aSessionThatCannotBeRead_isNoSession(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        // When
        var answer = given().cookie("q_session_desk", "not.a.session")
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("seen", "*")
                .redirects()
                .follow(false)
                .post("/desk/cases/" + report + "/moves/claim");
        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asString()).contains("name=\"seen\"");
    }

    @Test
    void anotherSitesForm_isNotKept(Visitor visitor) {
        // When
        var fromOutside = given().header("Sec-Fetch-Site", "cross-site")
                .formParam("reason", "TOO_OLD")
                .post("/desk/cases/" + workplace.first() + "/moves/reject");
        var byItself = given().header("Sec-Fetch-Site", "same-origin")
                .formParam("reason", "TOO_OLD")
                .post("/form-without-session");
        // Then
        assertThat(fromOutside.statusCode()).isEqualTo(403);
        assertThat(byItself.statusCode()).isEqualTo(404);
    }
}
