package id.sigap.intake.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody without a mouse, from the front page to the first message. */
@Tag("service")
@QuarkusTest
@WithSurroundings
@ExtendWith(Browsing.class)
class KeyboardTest {

    /** More stops than any page has. */
    private static final int STOPS = 60;

    /** In the order of the field's parts: the browser's own language decides, not the page's. */
    private static final String TODAY =
            DateTimeFormatter.ofPattern("MMdduuuu").format(LocalDate.now(ZoneId.of("Asia/Jakarta")));

    /** Where the focus is; and that it can be seen, on the element itself or around its label. */
    private static final String FOCUS = """
            selector => {
              const at = document.activeElement;
              const style = getComputedStyle(at);
              return {
                there: at.matches(selector),
                seen: at.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
              };
            }""";

    @TestHTTPResource("/")
    URL home;

    private Page page;

    @ParameterizedTest
    @CsvSource({"id,terkirim", "en,sent"})
    void theWholeWay_byKeyboardAlone(String language, String sent, Visitor visitor) {
        page = visitor.desk(language);
        page.navigate(home.toString());
        // When: past the navigation
        page.keyboard().press("Tab");
        assertFocusOn("a.skip");
        page.keyboard().press("Enter");
        follow("main a.button[href='/report']");
        // Then: who
        type("#name", "Budi Contoh");
        type("#email", Citizen.newMailbox());
        type("#mobile", "081200000001");
        follow("p.actions [value=next]");
        // Then: which number
        press("[name=kind]", "ArrowDown");
        page.keyboard().press("ArrowUp");
        type("#suspectNumber", "081100000081");
        press("[name=channel]", "Space");
        page.keyboard().press("ArrowDown");
        press("[name=category]", "Space");
        follow("p.actions [value=next]");
        // Then: what happened
        type("#occurredAt", TODAY);
        press("[name=moneyLost]", "Space");
        page.keyboard().press("ArrowDown");
        type("#narrative", "Katanya saya menang undian.");
        follow("p.actions [value=next]");
        // Then: the answers once more, changed and come back to
        assertThat(page.locator("main")).containsText("+62 811-0000-0081");
        follow("main button.link[value=NUMBER]");
        assertThat(page.locator("[name=channel]:checked")).hasValue("SMS");
        follow("p.actions [value=next]");
        follow("p.actions [value=next]");
        follow("p.actions [value=send]");
        // Then: receipt, case, chat
        assertThat(page.locator("#receipt-code")).isVisible();
        follow("a.button[href='/case#chat']");
        type("sigap-chat textarea", "Apakah ada orang?");
        page.keyboard().press("Enter");
        assertThat(page.locator(".mine .mark")).hasText(sent);
    }

    private void type(String selector, String text) {
        tabTo(selector);
        page.keyboard().type(text);
    }

    private void press(String selector, String key) {
        tabTo(selector);
        page.keyboard().press(key);
    }

    private void follow(String selector) {
        tabTo(selector);
        Visitor.follow(page, () -> page.keyboard().press("Enter"));
    }

    private void tabTo(String selector) {
        assertThat(page.locator(selector).first()).isVisible();
        for (int stop = 0; stop < STOPS; stop++) {
            page.keyboard().press("Tab");
            if (isThere(selector)) {
                assertFocusOn(selector);
                return;
            }
        }
        throw new AssertionError("no way by Tab to " + selector + " on " + page.url());
    }

    private boolean isThere(String selector) {
        return (boolean) focus(selector).get("there");
    }

    private void assertFocusOn(String selector) {
        assertThat(focus(selector))
                .as("focus on " + selector)
                .containsEntry("there", true)
                .containsEntry("seen", true);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> focus(String selector) {
        return (Map<String, Object>) page.evaluate(FOCUS, selector);
    }
}
