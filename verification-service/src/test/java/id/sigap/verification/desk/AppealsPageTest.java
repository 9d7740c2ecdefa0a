package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.as;
import static id.sigap.verification.HelpDesk.awaitAppeal;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static id.sigap.verification.desk.Workplace.activate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.SuspectNumber;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Appeals, as the regulator decides them. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class AppealsPageTest {

    @Inject
    Citizens citizens;

    @Inject
    Workplace workplace;

    @Inject
    DataSource database;

    @ConfigProperty(name = "sigap.verification.vault.url")
    String vault;

    @ParameterizedTest
    @CsvSource({"id, Banding, Menunggu keputusan, Dikabulkan", "en, Appeals, Waiting for a decision, Upheld"})
    void theRegulator_readsAnAppeal_andUpholdsIt(
            String language, String title, String waiting, String upheld, Visitor visitor) throws SQLException {
        // Given
        Msisdn number = aNumber();
        verifiedBy("sari", number);
        AppealId appeal = submitted(number);
        Page page = workplace.loggedIn(visitor, language, "wira");
        // When
        activate(page.locator("nav a[href='/desk/appeals']"));
        // Then
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("a[href='/desk/appeals/" + appeal + "']")).isVisible();
        visitor.inspect(page, "desk-appeals-" + language);
        // When
        page.navigate(pathOf(appeal));
        // Then
        assertThat(page.locator("#state")).hasText(waiting);
        assertThat(page.locator("#statement")).containsText("Nomor ini milik usaha saya");
        assertThat(page.locator("#block")).containsText("sari");
        assertThat(page.locator("#documents li")).hasCount(3);
        visitor.inspect(page, "desk-appeal-" + language);
        // When
        activate(page.locator("#uphold button"));
        // Then
        assertThat(page.locator("#state")).hasText(upheld);
        assertThat(page.locator("#decided")).containsText("wira");
        visitor.inspect(page, "desk-appeal-decided-" + language);
        assertThat(as("wira").get("/api/v1/appeals/{id}", appeal.toString()).<String>path("state"))
                .isEqualTo("UPHELD");
    }

    @Test
    void anAppeal_isDismissedForAReason_withoutScriptsToo(Visitor visitor) {
        // Given
        AppealId appeal = submitted(aNumber());
        Page page = workplace.loggedIn(visitor.phoneWithoutScripts("en"), "wira");
        page.navigate(pathOf(appeal));
        // When
        activate(page.locator("#dismiss button"));
        // Then
        assertThat(page.locator("#reason-fault")).containsText("Choose at least one");
        // When
        page.locator("#dismiss [value=OWNERSHIP_NOT_PROVEN]").press("Space");
        activate(page.locator("#dismiss button"));
        // Then
        assertThat(page.locator("#decided")).containsText("Ownership of the number is not proven");
    }

    @Test
    void whoDecidedTheBlock_doesNotDecideTheAppeal(Visitor visitor) throws SQLException {
        // Given
        Msisdn number = aNumber();
        verifiedBy("wira", number);
        AppealId appeal = submitted(number);
        Page page = workplace.loggedIn(visitor, "en", "wira");
        // When
        page.navigate(pathOf(appeal));
        // Then
        assertThat(page.locator("#own-decision")).isVisible();
        assertThat(page.locator("#decision form")).hasCount(0);
        visitor.inspect(page, "desk-appeal-own");
        // When
        String answer = page.request()
                .post(pathOf(appeal) + "/uphold", form("seen", "*"))
                .text();
        // Then
        assertThat(answer).contains("id=\"refused\"");
        page.reload();
        assertThat(page.locator("#decided")).hasCount(0);
    }

    @Test
    void whatChangedMeanwhile_isNotDecidedOn(Visitor visitor) {
        // Given
        AppealId appeal = submitted(aNumber());
        Page page = workplace.loggedIn(visitor, "en", "wira");
        page.navigate(pathOf(appeal));
        as("wira")
                .body("{\"reason\":\"FRAUD_CONFIRMED\"}")
                .post("/api/v1/appeals/{id}/dismiss", appeal.toString())
                .then()
                .statusCode(200);
        // When
        activate(page.locator("#uphold button"));
        // Then
        assertThat(page.locator("#refused")).isFocused();
        assertThat(page).hasTitle(Pattern.compile("^To correct: "));
        assertThat(page.locator("#decided")).containsText("The fraud stands as proven");
    }

    @Test
    void aDocument_isShown_inAFormThatNothingRuns(Visitor visitor) {
        // Given
        AppealId appeal = submitted(aNumber());
        Page page = workplace.loggedIn(visitor, "en", "wira");
        // When
        var picture = page.request().get(pathOf(appeal) + "/evidence/" + AppealsStandIn.PICTURE + "/shown");
        var original = page.request().get(pathOf(appeal) + "/evidence/" + AppealsStandIn.PICTURE);
        var trick = page.request().get(pathOf(appeal) + "/evidence/" + AppealsStandIn.FILE + "/shown");
        var file = page.request().get(pathOf(appeal) + "/evidence/" + AppealsStandIn.FILE);
        // Then
        assertThat(picture.headers())
                .containsEntry("content-type", "image/png")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-security-policy", "sandbox; default-src 'none'");
        assertThat(original.headers())
                .containsEntry("content-type", "application/octet-stream")
                .containsEntry("content-disposition", "attachment; filename=\"" + AppealsStandIn.PICTURE + ".png\"");
        assertThat(List.of(trick, file)).allSatisfy(saved -> assertThat(saved.headers())
                .containsEntry("content-type", "application/octet-stream")
                .hasEntrySatisfying(
                        "content-disposition", value -> assertThat(value).startsWith("attachment")));
        assertThat(page.request().get(pathOf(appeal) + "/evidence/" + appeal).status())
                .isEqualTo(404);
    }

    @Test
    void aSilentVault_isToldOf_andTheDecisionStillWorks(Visitor visitor) {
        // Given
        AppealId appeal = submitted(aNumber());
        given().put(vault + "/silent/" + appeal).then().statusCode(204);
        Page page = workplace.loggedIn(visitor, "en", "wira");
        // When
        page.navigate(pathOf(appeal));
        // Then
        assertThat(page.locator("#untold")).isVisible();
        visitor.inspect(page, "desk-appeal-vault-silent");
        // When
        activate(page.locator("#uphold button"));
        // Then
        assertThat(page.locator("#decided")).isVisible();
    }

    @Test
    void nobodyButTheRegulator_comesHere(Visitor visitor) {
        // Given
        Page page = workplace.loggedIn(visitor, "id", "dewi");
        assertThat(page.locator("nav a[href='/desk/appeals']")).hasCount(0);
        // When
        page.navigate(workplace.home() + "desk/appeals");
        // Then
        assertThat(page.locator("h1")).hasText("Tidak diizinkan");
    }

    private static RequestOptions form(String name, String value) {
        return RequestOptions.create().setForm(FormData.create().set(name, value));
    }

    private String pathOf(AppealId appeal) {
        return workplace.home() + "desk/appeals/" + appeal;
    }

    private AppealId submitted(Msisdn number) {
        AppealId appeal = citizens.appeal(number, AppealsStandIn.PICTURE, AppealsStandIn.FILE);
        awaitAppeal(appeal);
        return appeal;
    }

    private static Msisdn aNumber() {
        return Citizens.freshNumber().blockable().orElseThrow();
    }

    /** A case on which somebody decided, who may since have become the regulator. */
    private void verifiedBy(String account, Msisdn number) throws SQLException {
        ReportId report = citizens.submit(
                citizens.aComplaint().about(new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, number.value())));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        move("sari", report, "claim").then().statusCode(200);
        move("sari", report, "verify").then().statusCode(200);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update verification_case set finding_decided_by = ? where finding_number = ?")) {
            statement.setString(1, account);
            statement.setString(2, number.value());
            statement.executeUpdate();
        }
    }
}
