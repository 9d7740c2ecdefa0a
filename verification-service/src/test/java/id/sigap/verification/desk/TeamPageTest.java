package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static id.sigap.verification.desk.Workplace.activate;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.events.ReportId;
import id.sigap.events.SuspectNumber;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The supervisor's view of the desk. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class TeamPageTest {

    @Inject
    Citizens citizens;

    @Inject
    Workplace workplace;

    @BeforeEach
    void nothingElseIsOpen() {
        citizens.takeBackEverything();
    }

    @ParameterizedTest
    @CsvSource({"id, Tim, Beban petugas", "en, Team, Load"})
    void aSupervisor_seesWhoHasHowMuch_andGivesACaseToAnother(
            String language, String title, String load, Visitor visitor) {
        // Given
        move("budi", workplace.first(), "claim").then().statusCode(200);
        ReportId report = workplace.first();
        move("sari", report, "claim").then().statusCode(200);
        Page page = workplace.loggedIn(visitor, language, "dewi");
        // When
        activate(page.locator("nav a[href='/desk/team']"));
        // Then
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("#load h2")).hasText(load);
        int held =
                Integer.parseInt(ofOfficer(page, "budi").locator("td").first().innerText());
        assertThat(held).isPositive();
        visitor.inspect(page, "desk-team-" + language);
        // When
        Visitor.follow(page, () -> activate(ofOfficer(page, "sari").locator("a")));
        // Then
        assertThat(page.locator("#held-title")).containsText("sari");
        // When
        give(page, report, "budi");
        // Then
        awaitCase(report, "claim.officer", "budi");
        assertThat(ofOfficer(page, "budi").locator("td").first()).hasText(String.valueOf(held + 1));
    }

    @Test
    void aCase_isGivenToAnother_fromItsOwnPage_withoutScripts(Visitor visitor) {
        // Given
        move("budi", workplace.first(), "claim").then().statusCode(200);
        ReportId report = workplace.first();
        move("sari", report, "claim").then().statusCode(200);
        Page page = workplace.loggedIn(visitor.phoneWithoutScripts("en"), "dewi");
        page.navigate(workplace.pathOf(report));
        // When
        page.locator("#officer").selectOption("budi");
        Visitor.follow(page, () -> activate(page.locator("#assign button")));
        // Then
        awaitCase(report, "claim.officer", "budi");
        assertThat(page).hasURL(workplace.pathOf(report));
    }

    @Test
    void whatChangedMeanwhile_isNotGivenAway(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        move("budi", workplace.first(), "claim").then().statusCode(200);
        move("sari", report, "claim").then().statusCode(200);
        Page page = workplace.loggedIn(visitor, "en", "dewi");
        page.navigate(workplace.home() + "desk/team?officer=sari");
        move("sari", report, "request-evidence", "{\"kinds\": [\"CALL_RECORDING\"]}")
                .then()
                .statusCode(200);
        // When
        give(page, report, "budi");
        // Then: it is heard first, and what was chosen is still chosen
        assertThat(page.locator("#refused")).isFocused();
        assertThat(page).hasTitle(Pattern.compile("^To correct: "));
        assertThat(formOf(page, report).locator("select")).hasValue("budi");
        visitor.inspect(page, "desk-team-refused");
        awaitCase(report, "state", "AWAITING_EVIDENCE");
    }

    @Test
    void aCaseThatNobodyMoves_isShown(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page page = workplace.loggedIn(visitor, "en", "dewi");
        // When
        page.navigate(workplace.home() + "desk/team");
        // Then
        assertThat(page.locator("#still a[href='/desk/cases/" + report + "']")).isVisible();
    }

    @Test
    void aCaseThatWaitsForASecondOfficer_isNotOfferedToBeGivenAway(Visitor visitor) {
        // Given
        var number = new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+628110000777");
        ReportId report = citizens.submit(citizens.aComplaint().about(number).at(Workplace.longAgo()));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        move("sari", report, "claim").then().statusCode(200);
        move("sari", report, "verify").then().statusCode(200);
        Page page = workplace.loggedIn(visitor, "en", "dewi");
        // When
        page.navigate(workplace.home() + "desk/team?officer=sari");
        // Then
        assertThat(page.locator("#held tr:has(a[href='/desk/cases/" + report + "'])"))
                .containsText("Not while a second officer decides");
        assertThat(formOf(page, report)).hasCount(0);
        // When
        page.navigate(workplace.pathOf(report));
        // Then
        assertThat(page.locator("#assign")).hasCount(0);
    }

    @Test
    void nobodyButASupervisor_comesHere(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        for (String account : List.of("sari", "wira")) {
            Page page = workplace.loggedIn(visitor, "en", account);
            assertThat(page.locator("nav a[href='/desk/team']")).hasCount(0);
            // When
            page.navigate(workplace.home() + "desk/team");
            // Then
            assertThat(page.locator("h1")).hasText("Not allowed");
            assertThat(page.request()
                            .post(
                                    workplace.pathOf(report) + "/assign",
                                    RequestOptions.create()
                                            .setForm(FormData.create().set("officer", account)))
                            .status())
                    .isEqualTo(403);
        }
    }

    private static Locator ofOfficer(Page page, String officer) {
        return page.locator("#load tr[data-officer=" + officer + "]");
    }

    private static Locator formOf(Page page, ReportId report) {
        return page.locator("form[action='/desk/cases/" + report + "/assign']").last();
    }

    private static void give(Page page, ReportId report, String officer) {
        Locator form = formOf(page, report);
        form.locator("select").selectOption(officer);
        activate(form.locator("button"));
    }
}
