package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.desk.Workplace.activate;
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

/** The desk by single keys. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class KeysTest {

    @Inject
    Citizens citizens;

    @Inject
    Workplace workplace;

    @BeforeEach
    void nothingElseIsOpen() {
        citizens.takeBackEverything();
    }

    @ParameterizedTest
    @CsvSource({"id, Tombol pintas, Ambil kasus berikutnya", "en, Keyboard shortcuts, Take the next case"})
    void aQuestionMark_listsTheKeysOfThisPage(String language, String title, String next, Visitor visitor) {
        // Given
        workplace.first();
        Page page = ready(visitor, language, "sari");
        // When
        page.keyboard().press("?");
        // Then
        assertThat(page.locator("dialog")).isVisible();
        assertThat(page.locator("dialog h2")).hasText(title);
        assertThat(page.locator("dialog [data-key=n]")).containsText(next);
        assertThat(page.locator("dialog [data-key=v]")).isHidden();
        visitor.inspect(page, "desk-keys-" + language);
        // When
        page.keyboard().press("Escape");
        // Then
        assertThat(page.locator("dialog")).isHidden();
    }

    @Test
    void inTheQueue_jAndK_move_oOpens_gqComesBack_nTakesTheNext(Visitor visitor) {
        // Given
        ReportId second = workplace.first();
        ReportId first = workplace.first();
        Page page = ready(visitor, "en", "wira");
        // When
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("j");
        // Then
        assertThat(page.locator("tr[data-case='" + second + "'] a")).isFocused();
        // When
        page.keyboard().press("o");
        // Then
        assertThat(page).hasURL(workplace.pathOf(second));
        assertThat(page.locator("sigap-keys")).isVisible();
        // When
        page.keyboard().press("g");
        page.keyboard().press("q");
        // Then
        assertThat(page).hasURL(workplace.home() + "desk");
        // When
        Page officer = ready(visitor, "en", "budi");
        officer.keyboard().press("n");
        // Then
        assertThat(officer).hasURL(workplace.pathOf(first));
    }

    @Test
    void onACase_keysBringTheOfficerToItsForms_andTypingStaysTyping(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        Page page = ready(visitor, "en", "sari");
        page.navigate(workplace.pathOf(report));
        // When
        page.keyboard().press("c");
        // Then
        awaitCase(report, "claim.officer", "sari");
        assertThat(page.locator("#reject")).isVisible();
        assertThat(page.locator("sigap-keys")).isVisible(); // the page that came after the claim listens, too
        // When
        page.keyboard().press("x");
        // Then
        assertThat(page.locator("#reject input[type=radio]").first()).isFocused();
        // When
        page.keyboard().press("v");
        // Then
        assertThat(page.locator("#verify #number")).isFocused();
        // When: a letter in a field is a letter
        page.locator("#text").fill("");
        page.locator("#text").focus();
        page.keyboard().type("xvnc");
        // Then
        assertThat(page.locator("#text")).hasValue("xvnc");
        assertThat(page.locator("#text")).isFocused();
        awaitCase(report, "state", "CLAIMED");
    }

    @Test
    void whoSwitchesTheKeysOff_hasThemOffOnTheNextPageToo(Visitor visitor) {
        // Given
        workplace.first();
        Page page = ready(visitor, "en", "wira");
        activate(page.locator("sigap-keys [data-open]"));
        // When
        page.locator("[data-switch]").press("Space");
        page.keyboard().press("Escape");
        page.reload();
        assertThat(page.locator("sigap-keys")).isVisible();
        page.keyboard().press("j");
        page.keyboard().press("?");
        // Then
        assertThat(page.locator("dialog")).isHidden();
        assertThat(page.locator("tbody a:focus")).hasCount(0);
        // When
        activate(page.locator("sigap-keys [data-open]"));
        page.locator("[data-switch]").press("Space");
        page.keyboard().press("Escape");
        page.locator("h1").click();
        page.keyboard().press("j");
        // Then
        assertThat(page.locator("tbody a:focus")).hasCount(1);
    }

    /** Somebody who is logged in, once their page listens to keys. */
    private Page ready(Visitor visitor, String language, String account) {
        Page page = workplace.loggedIn(visitor, language, account);
        assertThat(page.locator("sigap-keys")).isVisible();
        return page;
    }
}
