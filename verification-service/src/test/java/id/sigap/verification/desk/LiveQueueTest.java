package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.move;
import static id.sigap.verification.desk.Workplace.activate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.events.ReportId;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queue as it changes under an officer's eyes. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class LiveQueueTest {

    @Inject
    Citizens citizens;

    @Inject
    Workplace workplace;

    @BeforeEach
    void nothingElseIsOpen() {
        citizens.takeBackEverything();
    }

    @ParameterizedTest
    @CsvSource({"id, Antrean diperbarui", "en, Queue updated"})
    void aNewCase_appearsInItsPlace_andIsAnnounced(String language, String announced, Visitor visitor) {
        // Given
        Page page = live(visitor, language, "sari");
        // When
        ReportId report = workplace.first();
        // Then
        assertThat(rows(page).first()).hasAttribute("data-case", report.toString());
        assertThat(page.locator("[data-announcement]")).containsText(announced);
        assertThat(page.locator("[data-announcement]")).not().containsText("%");
        visitor.inspect(page, "desk-queue-live-" + language);
    }

    @Test
    void whoTakesACase_isShown_andACaseThatIsDecidedGoes(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page page = live(visitor, "en", "sari");
        // When
        move("budi", report, "claim").then().statusCode(200);
        // Then
        assertThat(row(page, report)).containsText("budi");
        assertThat(row(page, report)).containsText("Being worked on");
        // When
        move("budi", report, "reject", "{\"reason\": \"NOT_FRAUD\"}").then().statusCode(200);
        // Then
        assertThat(row(page, report)).hasCount(0);
    }

    @Test
    void theReadersPlace_isNotLost(Visitor visitor) {
        // Given
        ReportId watched = workplace.first();
        Page page = live(visitor, "en", "sari");
        page.setViewportSize(1280, 400);
        Locator link = row(page, watched).locator("a");
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        link.focus();
        assertThat(link).isInViewport();
        double before = link.boundingBox().y;
        // When: one before it, and something about itself
        ReportId report = workplace.first();
        move("budi", watched, "claim").then().statusCode(200);
        // Then
        assertThat(row(page, watched)).containsText("budi");
        assertThat(rows(page).first()).hasAttribute("data-case", report.toString());
        assertThat(link).isFocused();
        assertThat(link.boundingBox().y).isBetween(before - 2, before + 2);
    }

    @Test
    void ownCases_comeAndGo(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page page = live(visitor, "en", "budi");
        // When
        move("budi", report, "claim").then().statusCode(200);
        // Then
        assertThat(page.locator("#own tr[data-case='" + report + "']")).isVisible();
        // When
        move("budi", report, "release").then().statusCode(200);
        // Then
        assertThat(page.locator("#own tr[data-case='" + report + "']")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"id, budi juga sedang membuka kasus ini", "en, budi has this case open too"})
    void whoHasACaseOpen_isShownInTheQueue_andOnTheCase(String language, String looking, Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page watching = live(visitor, language, "dewi");
        Page reading = workplace.loggedIn(visitor, language, "budi");
        // When
        reading.navigate(workplace.pathOf(report));
        // Then
        assertThat(row(watching, report)).containsText("budi");
        // When
        Page other = workplace.loggedIn(visitor, language, "sari");
        other.navigate(workplace.pathOf(report));
        // Then
        assertThat(other.locator("#lookers")).containsText(looking);
        visitor.inspect(other, "desk-case-two-look-" + language);
        // When
        reading.navigate(workplace.home() + "desk");
        // Then
        assertThat(row(watching, report)).not().containsText("budi");
    }

    @ParameterizedTest
    @CsvSource({"id, Sesi Anda sudah berakhir", "en, Your session has ended"})
    void whenTheSessionEnds_thePageSaysSo(String language, String over, Visitor visitor) {
        // Given
        Page page = live(visitor, language, "sari");
        Page other = page.context().newPage();
        other.navigate(workplace.home() + "desk");
        // When
        activate(other.locator("form[action='/desk/logout'] button"));
        // Then
        assertThat(page.locator("[data-over]")).containsText(over);
        assertThat(page.locator("[data-over]")).isVisible();
        assertThat(page.locator("[data-standing=live]")).isHidden();
        visitor.inspect(page, "desk-queue-session-over-" + language);
        // When
        activate(page.locator("[data-over] a"));
        // Then
        assertThat(page.locator("button#sari")).isVisible();
    }

    @Test
    void whoLosesTheLine_isToldSo_andFindsItAgain(Visitor visitor) {
        // Given
        Page page = live(visitor, "en", "sari");
        // When
        page.context().setOffline(true);
        page.route("**/desk/queue/**", route -> route.abort("connectionreset"));
        // Then
        assertThat(page.locator("[data-standing=lost]")).isVisible();
        // When
        page.unroute("**/desk/queue/**");
        page.context().setOffline(false);
        ReportId report = workplace.first();
        // Then
        assertThat(row(page, report)).isVisible();
        assertThat(page.locator("[data-standing=live]")).isVisible();
    }

    @Test
    void withoutScripts_thereIsALinkToReload(Visitor visitor) {
        // Given
        Page page = workplace.loggedIn(visitor.phoneWithoutScripts("en"), "sari");
        ReportId report = workplace.first();
        // When
        activate(page.locator("[data-standing=still]"));
        // Then
        assertThat(row(page, report)).isVisible();
    }

    @Test
    void theStream_isOpenToWhoMayReadTheQueueOnly(Visitor visitor) {
        // Given
        Page page = workplace.loggedIn(visitor, "en", "oka");
        // When
        int stream = page.request().get(workplace.home() + "desk/queue/changes").status();
        int board = page.request().get(workplace.home() + "desk/queue/board").status();
        // Then
        assertThat(List.of(stream, board)).containsOnly(403);
        assertThat(given().header("X-Requested-With", "JavaScript")
                        .get("/desk/queue/board")
                        .statusCode())
                .isEqualTo(499);
    }

    /** The queue's page, once it hears of changes. */
    private Page live(Visitor visitor, String language, String account) {
        Page page = workplace.loggedIn(visitor, language, account);
        assertThat(page.locator("[data-standing=live]")).isVisible();
        return page;
    }

    private static Locator rows(Page page) {
        return page.locator("#open tbody tr");
    }

    private static Locator row(Page page, ReportId report) {
        return page.locator("#open tr[data-case='" + report + "']");
    }
}
