package id.sigap.intake.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form, as people fill it in. */
@Tag("service")
@QuarkusTest
@WithSurroundings
@ExtendWith(Browsing.class)
class ReportPagesTest {

    private static final Pattern RECEIPT = Pattern.compile("([0-9A-Z]{4}-){6}[0-9A-Z]{4}");

    @TestHTTPResource("/")
    URL home;

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void aReport_isMadeAndFoundAgain_withoutScripts(String language, Visitor visitor) {
        // Given
        Page page = visitor.phoneWithoutScripts(language);
        page.navigate(home.toString());
        // When
        activate(page.locator("a.button[href='/report']"));
        fillIn(page, "0811 0000 0061");
        press(page, "send");
        // Then
        Locator code = page.locator("#receipt-code");
        assertThat(code).hasText(RECEIPT);
        String receipt = code.textContent();
        // When: another browser
        Page elsewhere = visitor.phoneWithoutScripts(language);
        elsewhere.navigate(home + "case");
        elsewhere.locator("#receipt").fill(receipt.toLowerCase(Locale.ROOT).replace("-", " "));
        activate(elsewhere.locator("form[action='/case'] button"));
        // Then
        assertThat(elsewhere.locator("ol.timeline li")).hasCount(1);
        // When
        Visitor.follow(elsewhere, () -> activate(elsewhere.locator("form[action='/case/leave'] button")));
        elsewhere.navigate(home + "case");
        // Then
        assertThat(elsewhere.locator("#receipt")).isVisible();
    }

    @Test
    void whatIsWrong_isNamedBesideItsField_andWhatWasTypedStays(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.navigate(home + "report");
        page.locator("#name").fill("Budi Contoh");
        page.locator("#email").fill("bukan surel");
        // When
        press(page, "next");
        // Then
        assertThat(page.locator("#email-fault")).containsText("Bukan alamat surel");
        assertThat(page.locator("#mobile-fault")).containsText("Isi nomor ponsel Anda");
        assertThat(page.locator("#name")).hasValue("Budi Contoh");
        visitor.inspect(page, "report-faults");
    }

    @Test
    void aStory_isAsLongAsTheServerCountsIt_inItsBoxToo(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.navigate(home + "report");
        you(page);
        number(page, "0811 0000 0063");
        Locator story = page.locator("#narrative");
        // When
        story.focus();
        page.keyboard().insertText("😀".repeat(5000));
        press(page, "next");
        // Then
        assertThat(story).hasValue("😀".repeat(5000));
        assertThat(page.locator("#moneyLost-fault")).isVisible();
        assertThat(page.locator("#narrative-fault")).hasCount(0);
        // When
        story.press("ControlOrMeta+a");
        page.keyboard().insertText("a".repeat(5001));
        press(page, "next");
        // Then
        assertThat(page.locator("#narrative-fault")).containsText("paling banyak 5.000 karakter");
        assertThat(story).hasValue("a".repeat(5001));
    }

    @Test
    void aNumberThatIsPastedOnTheFirstPage_isAsLongAsOnItsOwn(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.navigate(home.toString());
        String pasted = "https://api.whatsapp.com/send/?phone=6281100000064&text&type=phone_number&app_absent=0";
        // When
        page.locator("#number").focus();
        page.keyboard().insertText(pasted);
        // Then
        assertThat(page.locator("#number")).hasValue(pasted);
        // When
        Visitor.follow(page, () -> page.locator("#number").press("Enter"));
        // Then
        assertThat(page.locator("#number-fault")).hasCount(0);
    }

    @Test
    void theLanguage_isOneTapAway_inTheMiddleOfTheForm(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.navigate(home + "report");
        page.locator("#name").fill("Budi Contoh");
        // When
        page.locator("button[name='lang']").click();
        // Then
        assertThat(page.locator("h1")).hasText("Who are you?");
        assertThat(page.locator("#name")).hasValue("Budi Contoh");
    }

    @Test
    void anUnfinishedReport_isOfferedAgain(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.navigate(home + "report");
        you(page);
        ready(page, "#suspectNumber").pressSequentially("081100000063");
        assertThat(page.locator("#suspectNumber")).hasValue("0811-0000-0063");
        // When: they come back
        page.navigate(home + "report");
        page.locator("#draft [data-do=resume]").click();
        // Then
        assertThat(page.locator("h1")).hasText("Nomor yang mana?");
        assertThat(page.locator("#suspectNumber")).hasValue("0811-0000-0063");
        // When
        page.navigate(home + "report");
        Visitor.follow(page, () -> page.locator("#draft [data-do=forget]").click());
        assertThat(page.locator("#draft")).isHidden();
        page.reload();
        // Then
        assertThat(page.locator("#draft")).isHidden();
    }

    @Test
    void whileANumberIsTyped_itIsReadBack_withItsBrand_andWhatCanNotBeDone(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.navigate(home + "report");
        you(page);
        Locator line = page.locator("#suspect");
        // When
        ready(page, "#suspectNumber").pressSequentially("081200000042");
        // Then
        assertThat(line).containsText("+62 812-0000-0042 · Telkomsel");
        visitor.inspect(page, "report-2-number-brand");
        // When
        page.locator("#suspectNumber").fill("+1 212 555 0100");
        // Then
        assertThat(line).containsText("nomor luar negeri");
        visitor.inspect(page, "report-2-number-foreign");
        // When
        page.locator("#suspectNumber").fill("021 5550 0000");
        // Then
        assertThat(line).containsText("nomor telepon tetap");
        // When
        page.locator("#suspectNumber").fill("bukan nomor sama sekali");
        // Then
        assertThat(line).hasText("");
    }

    @Test
    void marksThatSomebodyTypes_stay_forTheyMayStandBetweenTwoNumbers(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.navigate(home + "report");
        you(page);
        Locator field = ready(page, "#suspectNumber");
        // Then
        for (String typed : List.of("0811-0000-042-43", "08110000042/43", "0811-0000-042 43", "0811-0000-042,43")) {
            field.clear();
            field.pressSequentially(typed);
            assertThat(field).hasValue(Pattern.compile(".*042\\D43"));
        }
        field.clear();
        field.pressSequentially("0811000000425");
        assertThat(field).hasValue("0811-0000-0042-5");
        field.press("Backspace");
        assertThat(field).hasValue("0811-0000-0042");
    }

    @ParameterizedTest
    @CsvSource({"id,nomor luar negeri", "en,foreign number"})
    void aForeignNumber_isAnsweredKindly_andTakenAllTheSame_withoutScripts(
            String language, String answer, Visitor visitor) {
        // Given
        Page page = visitor.phoneWithoutScripts(language);
        page.navigate(home + "report");
        you(page);
        // When
        number(page, "+1 212 555 0100");
        // Then
        assertThat(page.locator("main .note").first()).containsText(answer);
        // When
        story(page);
        press(page, "send");
        // Then
        assertThat(page.locator("#receipt-code")).hasText(RECEIPT);
    }

    @Test
    void aDateThatIsNone_isToldSo(Visitor visitor) {
        // Given: a browser without a field for dates
        Page page = visitor.phone();
        page.navigate(home + "report");
        you(page);
        number(page, "0811 0000 0065");
        ready(page, "#narrative");
        page.evaluate("for (const id of ['occurredAt', 'occurredTime']) document.getElementById(id).type = 'text'");
        page.locator("#narrative").fill("Katanya saya menang undian.");
        // When
        page.locator("#occurredAt").fill("kemarin sore");
        page.locator("#occurredTime").fill("habis magrib");
        press(page, "next");
        // Then
        assertThat(page.locator("#occurredAt-fault")).containsText("Bukan tanggal. Tulis seperti");
        assertThat(page.locator("#occurredTime-fault")).containsText("Bukan jam");
        visitor.inspect(page, "report-3-story-faults");
        // When
        page.evaluate("document.getElementById('occurredAt').type = 'text'");
        page.locator("#occurredAt").fill("");
        press(page, "next");
        // Then
        assertThat(page.locator("#occurredAt-fault")).containsText("Isi tanggal kejadiannya");
    }

    @Test
    void aFormThatLayOpenForLong_goesOn_whateverElseHasEnded(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.navigate(home + "report");
        you(page);
        number(page, "0811 0000 0066");
        // When
        page.context().clearCookies();
        story(page);
        press(page, "send");
        // Then
        assertThat(page.locator("#receipt-code")).hasText(RECEIPT);
    }

    @Test
    void aReportSentWithoutANetwork_isSentOnceThereIsOne(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.navigate(home + "report");
        fillIn(page, "0811 0000 0064");
        Locator send = ready(page, "p.actions button[value=send]");
        page.context().setOffline(true);
        // When
        activate(send);
        // Then
        assertThat(page.locator("#sending")).containsText("luring");
        // When
        page.context().setOffline(false);
        // Then
        assertThat(page.locator("#receipt-code")).hasText(RECEIPT);
    }

    @Test
    void everyPage_isInOrder(Visitor visitor) {
        Page page = visitor.phone();
        page.navigate(home.toString());
        visitor.inspect(page, "home");
        page.navigate(home + "report");
        visitor.inspect(page, "report-1-you");
        you(page);
        visitor.inspect(page, "report-2-number");
        number(page, "0811 0000 0062");
        visitor.inspect(page, "report-3-story");
        story(page);
        visitor.inspect(page, "report-4-check");
        press(page, "send");
        assertThat(page.locator("#receipt-code")).hasText(RECEIPT);
        visitor.inspect(page, "report-5-receipt");
        Visitor.follow(page, () -> page.locator("a.button[href='/case#chat']").click());
        visitor.inspect(page, "case");
        page.navigate(home + "case/withdraw");
        visitor.inspect(page, "case-withdraw");
        page.navigate(home + "check");
        visitor.inspect(page, "check");
        page.locator("#number").fill("0811 0000 0062");
        page.locator("#check button").click();
        assertThat(page.locator("[role=status]")).containsText("Sudah dilaporkan");
        visitor.inspect(page, "check-reported");
        page.navigate(home + "nowhere");
        visitor.inspect(page, "no-such-page");
    }

    private static void fillIn(Page page, String suspect) {
        you(page);
        number(page, suspect);
        story(page);
    }

    private static void you(Page page) {
        page.locator("#name").fill("Budi Contoh");
        page.locator("#email").fill(Citizen.newMailbox());
        page.locator("#mobile").fill("0812 0000 0001");
        press(page, "next");
    }

    private static void number(Page page, String suspect) {
        page.locator("#suspectNumber").fill(suspect);
        page.locator("[name=channel][value=SMS]").check();
        page.locator("[name=category][value=PRIZE]").check();
        press(page, "next");
    }

    private static void story(Page page) {
        page.locator("#occurredAt")
                .fill(LocalDate.now(ZoneId.of("Asia/Jakarta")).toString());
        page.locator("[name=moneyLost][value='true']").check();
        page.locator("#narrative").fill("Katanya saya menang undian dan harus membayar pajak lebih dulu.");
        press(page, "next");
    }

    /** There, and the page's scripts too. */
    private static Locator ready(Page page, String selector) {
        Locator place = page.locator(selector);
        assertThat(place).isVisible();
        page.waitForLoadState();
        return place;
    }

    private static void press(Page page, String to) {
        Visitor.follow(page, () -> activate(page.locator("p.actions button[name='to'][value='" + to + "']")));
    }

    /** By keyboard: a click waits for an animation frame, and a browser without scripts gives none. */
    private static void activate(Locator control) {
        control.press("Enter");
    }
}
