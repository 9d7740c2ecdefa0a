package id.sigap.intake.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.intake.pace.Counted;
import id.sigap.intake.pace.UsedUp;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.Vault;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The browser's session ends while somebody writes. */
@Tag("service")
@QuarkusTest
@WithSurroundings
@ExtendWith(Browsing.class)
class CaseSessionTest {

    @TestHTTPResource("/case")
    URL address;

    @Inject
    UsedUp usedUp;

    private Citizen citizen;

    @BeforeEach
    void aReport() {
        citizen = Citizen.whoReported();
    }

    @Test
    void whatIsBeingWritten_outlivesTheSession_andGoesOnceTheReceiptIsShownAgain(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        List<WebSocketRoute> sockets = new CopyOnWriteArrayList<>();
        page.routeWebSocket("**/api/v1/chat", socket -> {
            socket.connectToServer();
            sockets.add(socket);
        });
        open(page);
        page.locator("sigap-chat textarea").pressSequentially("Mereka menelepon lagi");
        // When
        Vault.endSessionsOf(citizen);
        sockets.getFirst().close();
        // Then
        assertThat(page.locator("#ended")).isVisible();
        assertThat(page.locator("#receipt")).isFocused();
        assertThat(page.locator("sigap-chat textarea")).hasValue("Mereka menelepon lagi");
        // When: sent too early
        page.locator("sigap-chat textarea").press("Enter");
        assertThat(page.locator(".mine .mark")).hasText("mengirim …");
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("#receipt").press("Enter");
        // Then
        assertThat(page.locator("#ended")).isHidden();
        assertThat(page.locator(".mine .mark")).hasText("terkirim");
        assertThat(page.locator(".mine")).hasCount(1);
    }

    @Test
    void somebodyNextDoorWhoGuesses_locksNobodyOut(Visitor visitor) {
        // Given
        String network = Citizen.anAddress();
        usedUp.by(Counted.WRONG_RECEIPTS.of(network));
        Page page = visitor.phone();
        page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", network));
        page.navigate(address.toString());
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("#receipt").press("Enter");
        // Then: the page proves work, and opens
        assertThat(page.locator("sigap-chat")).isVisible();
        page.waitForLoadState();
        // When: the session ends, and is opened again in place
        Vault.endSessionsOf(citizen);
        page.locator("sigap-chat textarea").fill("Mereka menelepon lagi");
        page.locator("sigap-chat textarea").press("Enter");
        page.locator("#ended #receipt").fill(citizen.receipt());
        page.locator("#ended #receipt").press("Enter");
        // Then
        assertThat(page.locator("#ended")).isHidden();
        assertThat(page.locator(".mine .mark")).hasText("terkirim");
    }

    @Test
    void somebodyNextDoorWhoGuesses_makesThoseWaitWhoCanProveNoWork_andSaysHowLong(Visitor visitor) {
        // Given
        String network = Citizen.anAddress();
        usedUp.by(Counted.WRONG_RECEIPTS.of(network));
        Page page = visitor.phone();
        page.route("**/api/v1/proof-of-work", route -> route.abort("connectionreset"));
        page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", network));
        page.navigate(address.toString());
        page.locator("#receipt").fill(citizen.receipt());
        // When
        page.locator("#receipt").press("Enter");
        // Then
        assertThat(page.locator("main [role=alert]")).containsText("menit");
        assertThat(page.locator("#receipt")).hasValue(citizen.receipt());
        visitor.inspect(page, "case-enter-locked");
    }

    @Test
    void aPageThatIsLoadedAnew_asksForTheReceipt_andHasWhatWasTyped(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        open(page);
        page.locator("sigap-chat textarea").pressSequentially("Setengah jadi");
        Vault.endSessionsOf(citizen);
        // When
        page.reload();
        // Then
        assertThat(page.locator("main")).containsText("Sesi di perangkat ini berakhir");
        visitor.inspect(page, "case-enter-ended");
        // When
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("main button").click();
        // Then
        assertThat(page.locator("sigap-chat textarea")).hasValue("Setengah jadi");
    }

    @Test
    void withoutScripts_theMessageGoesAlong(Visitor visitor) {
        // Given
        Page page = visitor.phoneWithoutScripts("en");
        open(page);
        page.locator("sigap-chat textarea").fill("They called again");
        Vault.endSessionsOf(citizen);
        // When
        Visitor.follow(page, () -> page.locator("sigap-chat button").press("Enter"));
        // Then
        assertThat(page.locator("main")).containsText("The session on this device has ended");
        assertThat(page.locator("#text")).hasValue("They called again");
        // When
        page.locator("#receipt").fill("wrong");
        Visitor.follow(page, () -> page.locator("main button").press("Enter"));
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("main button").press("Enter");
        // Then
        assertThat(page.locator("sigap-chat textarea")).hasValue("They called again");
        page.waitForLoadState();
        page.locator("sigap-chat button").press("Enter");
        assertThat(page.locator(".mine p")).hasText("They called again");
    }

    @Test
    void aBorrowedPhone_keepsNothing(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        open(page);
        page.locator("sigap-chat textarea").pressSequentially("Rahasia");
        // When
        page.locator("form[action='/case/leave'] button").click();
        page.waitForURL(url -> url.endsWith("/"));
        // Then
        assertThat(page.locator("h1")).isVisible();
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])"))
                .isEqualTo("[{},{}]");
    }

    private void open(Page page) {
        page.navigate(address.toString());
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("form[action='/case'] button").press("Enter");
        assertThat(page.locator("sigap-chat")).isVisible();
        page.waitForLoadState(); // its scripts are there
    }
}
