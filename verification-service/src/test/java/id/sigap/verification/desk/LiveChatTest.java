package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Page;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conversation on a case's page, as it goes on. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class LiveChatTest {

    @Inject
    Citizens citizens;

    @TestHTTPResource("/")
    URL home;

    @ConfigProperty(name = "sigap.verification.vault.url")
    String vault;

    @ParameterizedTest
    @CsvSource({"id, Pelapor sedang menulis…, terkirim, dibaca", "en, The reporter is writing…, delivered, read"})
    void theConversation_isLive(String language, String typing, String delivered, String read, Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = theCase.live(visitor, language);
        page.evaluate("window.stays = true");
        // When
        theCase.reporter("type", true);
        // Then
        assertThat(page.locator("[data-state=typing]")).hasText(typing);
        // When
        theCase.reporter("say", "Nomornya menelepon lagi barusan.");
        // Then
        assertThat(page.locator(".theirs p"))
                .hasText(new String[] {"Saya sudah kirim fotonya.", "Nomornya menelepon lagi barusan."});
        assertThat(page.locator("[data-state=typing]")).isHidden();
        // When
        page.locator("#text").fill("Terima kasih, mohon rekamannya.");
        page.locator("#write button").press("Enter");
        // Then
        assertThat(page.locator(".ours p")).hasText("Terima kasih, mohon rekamannya.");
        assertThat(page.locator(".ours .mark")).hasText(delivered);
        assertThat(page.locator("#text")).hasValue("");
        // When
        theCase.reporter("seen", 3);
        // Then
        assertThat(page.locator(".ours .mark")).hasText(read);
        visitor.inspect(page, "case-chat-" + language);
        assertThat((boolean) page.evaluate("window.stays")).isTrue();
        CaseOnTheDesk.awaitNoDrafts(page);
    }

    @Test
    void whatIsWrittenWhileTheVaultIsAway_waits_andArrivesOnce(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = theCase.live(visitor, "id");
        theCase.vaultFallsSilent();
        assertThat(page.locator("[data-state=offline]")).isVisible();
        // When
        page.locator("#text").fill("Apakah Anda masih di sana?");
        page.locator("#text").press("Enter");
        // Then
        assertThat(page.locator(".ours .mark")).hasText("mengirim…");
        visitor.inspect(page, "case-chat-away");
        // When
        theCase.vaultIsBack();
        // Then
        assertThat(page.locator("[data-state=offline]")).isHidden();
        assertThat(page.locator(".ours .mark")).hasText("terkirim");
        page.reload();
        assertThat(page.locator(".ours p")).hasText("Apakah Anda masih di sana?");
        theCase.conversation().then().body("", hasSize(2));
    }

    @BeforeEach
    void nothingElseIsOpen() {
        citizens.takeBackEverything();
    }

    /** A decision is done with what was typed into its forms, and with nothing else. */
    @ParameterizedTest
    @CsvSource({"id, belum sampai ke pelapor", "en, has not reached its reporter"})
    void whatWaitsToGoOut_outlivesTheDecision(String language, String waits, Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = theCase.live(visitor, language);
        theCase.writtenWhileAway(page, "Nomornya sudah kami catat.");
        // When
        decided(page);
        // Then
        assertThat(page.locator("#unsent")).containsText(waits);
        visitor.inspect(page, "desk-unsent-" + language);
        // When
        theCase.vaultIsBack();
        Visitor.follow(page, () -> page.locator("#unsent a").press("Enter"));
        // Then
        CaseOnTheDesk.awaitNoDrafts(page);
        assertThat(page.locator(".ours p")).hasText("Nomornya sudah kami catat.");
        theCase.conversation().then().body("", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({"id, tidak terkirim: percakapan sudah selesai", "en, not sent: the conversation is over"})
    void aConversationThatIsOver_saysThatTheMessageWasNotSent_andKeepsItsText(
            String language, String why, Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = theCase.live(visitor, language);
        theCase.writtenWhileAway(page, "Nomornya sudah kami catat.");
        decided(page);
        theCase.reporter("refuse", "illegal-move");
        // When
        theCase.vaultIsBack();
        page.navigate(theCase.path());
        // Then
        assertThat(page.locator(".ours .mark")).hasText(why);
        visitor.inspect(page, "case-chat-refused-" + language);
        page.reload();
        assertThat(page.locator(".ours p")).hasText("Nomornya sudah kami catat.");
        assertThat(page.locator(".ours .mark")).hasText(why);
        assertThat(page.locator("#unsent")).isHidden();
        theCase.conversation().then().body("", hasSize(1));
        // When
        page.locator(".ours button").press("Enter");
        // Then
        assertThat(page.locator(".ours")).hasCount(0);
        CaseOnTheDesk.awaitNoDrafts(page);
    }

    @ParameterizedTest
    @CsvSource({"id, too-fast, menunggu, terkirim", "en, unavailable, waits, delivered"})
    void whatCannotBeTakenNow_isSentAgain_onTheSameLine(
            String language, String code, String waits, String delivered, Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = visitor.desk(language);
        page.clock().install();
        theCase.opened(page);
        theCase.tellReporterIsHere();
        assertThat(page.locator("[data-state=reporter]")).isVisible();
        theCase.reporter("refuse", code);
        // When
        for (String text : new String[] {"Pertama.", "Kedua."}) {
            page.locator("#text").fill(text);
            page.locator("#text").press("Enter");
        }
        // Then
        assertThat(page.locator(".ours .mark")).containsText(new String[] {waits, waits});
        // When
        theCase.reporter("refuse", "");
        page.clock().runFor(60_000); // on a slow machine the first rest may be over, and the second longer
        // Then
        assertThat(page.locator(".ours .mark")).hasText(new String[] {delivered, delivered});
        assertThat(page.locator(".ours p")).hasText(new String[] {"Pertama.", "Kedua."});
        theCase.conversation().then().body("", hasSize(3));
    }

    @Test
    void aLongConversation_showsItsEnd_andTheRestOnDemand(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.reporterSaysUntil(120);
        Page page = theCase.live(visitor, "en");
        assertThat(page.locator(".messages li")).hasCount(50);
        assertThat(page.locator(".messages li").last()).containsText("Pesan 120");
        // When
        page.locator("[data-before]").press("Enter");
        // Then
        assertThat(page.locator(".messages li")).hasCount(100);
        // When
        page.locator("[data-before]").press("Enter");
        // Then
        assertThat(page.locator(".messages li")).hasCount(120);
        assertThat(page.locator(".messages li").first()).containsText("Saya sudah kirim fotonya.");
        assertThat(page.locator("[data-before]")).isHidden();
    }

    @Test
    void aLongConversation_isReadWithoutScriptsToo(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.reporterSaysUntil(60);
        Page page = theCase.opened(visitor.phoneWithoutScripts("en"));
        // When
        page.locator("[data-before]").press("Enter");
        // Then
        assertThat(page.locator(".messages li")).hasCount(10);
        // When
        page.locator("#text").fill("Terima kasih.");
        page.locator("#write button").press("Enter");
        // Then
        assertThat(page.locator(".messages li").last()).containsText("Terima kasih.");
    }

    @Test
    void onlyOurPages_andOnlyOfficers_joinTheConversation(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        Page page = theCase.opened(visitor.desk("id"));
        String session = page.context().cookies(home + "desk").stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        URI address = URI.create(theCase.path().replaceFirst("^http", "ws") + "/chat");
        String ours = home.toString().replaceFirst("/$", "");
        // When, then
        assertThat(handshake(address, ours, session)).isEqualTo(101);
        assertThat(handshake(address, "https://evil.example", session)).isEqualTo(403);
        assertThat(handshake(address, ours, "")).isNotEqualTo(101);
    }

    /** By the page's form, and gone on to the queue. */
    private static void decided(Page page) {
        page.locator("#reject [value=TOO_OLD]").check();
        Visitor.follow(page, () -> page.locator("#reject button[name=then]").press("Enter"));
        assertThat(page.locator("#reject")).hasCount(0);
    }

    private CaseOnTheDesk taken() {
        return CaseOnTheDesk.taken(citizens, home.toString(), vault);
    }

    /** How the server answers who wants to join. */
    private static int handshake(URI address, String origin, String cookies) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.newWebSocketBuilder()
                    .header("Origin", origin)
                    .header("Cookie", cookies)
                    .buildAsync(address, new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
        }
    }
}
