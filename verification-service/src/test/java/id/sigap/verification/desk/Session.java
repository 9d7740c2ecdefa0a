package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An account's session at the desk: got once through the login's pages, and lent to every browser that isn't there to see how one logs in. */
final class Session {

    private static final Map<String, List<Cookie>> KEPT = new ConcurrentHashMap<>();

    private Session() {}

    /** Gives the page's browser the account's session. @param desk its address */
    static void lend(Page page, String desk, String account) {
        List<Cookie> kept = KEPT.get(account);
        if (kept == null) {
            logIn(page, desk, account);
            KEPT.put(account, of(page.context(), desk));
        } else {
            page.context().addCookies(kept);
            page.navigate(desk);
            if (!page.url().equals(desk)) { // another test has logged out
                KEPT.remove(account);
                lend(page, desk, account);
            }
        }
    }

    /** As people do, by keyboard. */
    static void logIn(Page page, String desk, String account) {
        page.navigate(desk);
        page.locator("button#" + account).press("Enter");
        assertThat(page).hasURL(desk);
    }

    static List<Cookie> of(BrowserContext browser, String desk) {
        return browser.cookies(desk).stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .toList();
    }
}
