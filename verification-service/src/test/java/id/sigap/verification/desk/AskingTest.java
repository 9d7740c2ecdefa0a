package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ready words for what is asked of a reporter, and drafts of whatever is typed on a case's page. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class AskingTest {

    @Inject
    Citizens citizens;

    @TestHTTPResource("/")
    URL home;

    @ConfigProperty(name = "sigap.verification.vault.url")
    String vault;

    @ParameterizedTest
    @CsvSource({"id, Nomor harus terlihat", "en, The number must be visible"})
    void evidenceIsAskedFor_inReadyWords_inTheReportersLanguage(String language, String name, Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = theCase.live(visitor, language);
        // When
        page.locator("#request-evidence [value=MESSAGE_PHOTO]").check();
        page.locator("#template").selectOption(new SelectOption().setLabel(name));
        // Then
        assertThat(page.locator("#message")).hasValue(Pattern.compile("^Pada gambar yang Anda kirim"));
        // When
        page.locator("#templates summary").press("Enter");
        assertThat(page.locator("#templates [lang=en]").nth(2)).containsText("doesn't show the sender's number");
        visitor.inspect(page, "case-asking-" + language);
        page.locator("#message").fill("Mohon gambar yang memperlihatkan nomornya, Pak.");
        Visitor.follow(
                page, () -> page.locator("#request-evidence button").first().press("Enter"));
        // Then
        assertThat(page.locator(".ours p")).hasText("Mohon gambar yang memperlihatkan nomornya, Pak.");
        awaitCase(theCase.report(), "state", "AWAITING_EVIDENCE");
        CaseOnTheDesk.awaitNoDrafts(page);
    }

    @Test
    void readyWords_goWithoutScriptsToo_andAreNotLostIfTheVaultIsAway(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = theCase.opened(visitor.phoneWithoutScripts("id"));
        page.locator("#request-evidence [value=CALL_RECORDING]").press("Space");
        page.locator("#template").selectOption("RECORDING_HOW_TO");
        theCase.vaultFallsSilent();
        // When
        page.locator("#request-evidence button").first().press("Enter");
        // Then
        assertThat(page.locator("#refused")).containsText("Permintaan bukti sudah tercatat");
        assertThat(page.locator("#text")).hasValue(Pattern.compile("^Mohon kirim rekaman teleponnya"));
        awaitCase(theCase.report(), "state", "AWAITING_EVIDENCE");
        // When
        theCase.vaultIsBack();
        page.locator("#write button").press("Enter");
        // Then
        assertThat(page.locator(".ours p")).containsText("Mohon kirim rekaman teleponnya");
        theCase.conversation().then().body("", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({"id, Yang Anda tulis tadi", "en, What you had written"})
    void whatIsTyped_isThereAgain_untilItIsSentOrDiscarded(String language, String notice, Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = theCase.live(visitor, language);
        page.locator("#text").fill("Selamat pagi, apakah");
        page.locator("#reject [value=TOO_OLD]").check();
        page.locator("#message").fill("Mohon kirim");
        // When
        page.navigate(home + "desk");
        page.navigate(theCase.path());
        // Then
        assertThat(page.locator("#restored")).containsText(notice);
        assertThat(page.locator("#text")).hasValue("Selamat pagi, apakah");
        assertThat(page.locator("#reject [value=TOO_OLD]")).isChecked();
        assertThat(page.locator("#message")).hasValue("Mohon kirim");
        visitor.inspect(page, "case-draft-" + language);
        // When
        page.locator("#restored button").press("Enter");
        // Then
        assertThat(page.locator("#text")).hasValue("");
        assertThat(page.locator("#restored")).isHidden();
        CaseOnTheDesk.awaitNoDrafts(page);
    }

    @Test
    void drafts_goWithTheDecision(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = theCase.live(visitor, "id");
        page.locator("#text").fill("Belum selesai");
        page.locator("#reject [value=NOT_FRAUD]").check();
        // When: refused, it stays
        page.locator("#answer-form button").first().press("Enter");
        assertThat(page.locator("#faults")).isVisible();
        assertThat(page.locator("#text")).hasValue("Belum selesai");
        // When: decided, it goes
        page.locator("#reject button").first().press("Enter");
        // Then
        assertThat(page.locator("#state")).hasText("Ditolak");
        CaseOnTheDesk.awaitNoDrafts(page);
    }

    @Test
    void drafts_goWithTheOfficer_andWithTime(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = theCase.live(visitor, "id");
        page.locator("#text").fill("Rahasia");
        page.evaluate(
                "localStorage.setItem('sigap-draft/sari/old', JSON.stringify({at: Date.now() - 3 * 86400000 - 1, what: {}}))");
        // When
        page.reload();
        // Then
        assertThat(page.locator("#text")).hasValue("Rahasia");
        assertThat(page.evaluate("localStorage.getItem('sigap-draft/sari/old')"))
                .isNull();
        // When
        page.locator("form[action='/desk/logout'] button").press("Enter");
        // Then
        assertThat(page.locator("h1")).hasText("Meja petugas"); // where the page of the farewell leads
        CaseOnTheDesk.awaitNoDrafts(page);
    }

    private CaseOnTheDesk taken() {
        return CaseOnTheDesk.taken(citizens, home.toString(), vault);
    }
}
