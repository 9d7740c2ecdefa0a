package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
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
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case's page while an officer works on it: chat, pictures, recordings, ready words, drafts. */
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class CaseDeskTest {

    private static final long BUDGET = 90_000;
    private static final String DRAFTS =
            "Object.keys(localStorage).filter(key => key.startsWith('sigap-draft/')).length";

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
        assertThat((int) page.evaluate(DRAFTS)).isZero();
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

    @Test
    void aLongConversation_showsItsEnd_andTheRestOnDemand(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        for (int i = 2; i <= 120; i++) {
            theCase.reporter("say", "Pesan " + i);
        }
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
        for (int i = 2; i <= 60; i++) {
            theCase.reporter("say", "Pesan " + i);
        }
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

    @Test
    void aPicture_isEnlargedAndTurned_byKeysAndPointer(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.photo(citizens);
        Page page = theCase.opened(visitor.desk("id"));
        Locator picture = page.locator(".viewer img");
        // When
        page.locator("a.picture").press("Enter");
        // Then
        assertThat(page.locator(".stage")).isFocused();
        visitor.inspect(page, "case-picture");
        // When
        page.keyboard().press("+");
        page.keyboard().press("+");
        page.keyboard().press("r");
        // Then
        assertThat(picture).hasAttribute("style", Pattern.compile("rotate\\(90deg\\) scale\\(1\\.[0-9]"));
        // When
        page.locator(".stage").hover();
        page.mouse().down();
        page.mouse().move(700, 500);
        page.mouse().up();
        // Then
        assertThat(picture).not().hasAttribute("style", Pattern.compile("translate\\(0px, 0px\\)"));
        visitor.inspect(page, "case-picture-turned");
        // When
        page.keyboard().press("0");
        // Then
        assertThat(picture)
                .hasAttribute("style", Pattern.compile("translate\\(0px, 0px\\) rotate\\(0deg\\) scale\\(1\\)"));
        // When
        page.keyboard().press("Escape");
        // Then
        assertThat(page.locator(".viewer")).hasCount(0);
        assertThat(page.locator("a.picture")).isFocused();
    }

    @ParameterizedTest
    @CsvSource({"id, Posisi dalam rekaman, Catat", "en, Place in the recording, Note it"})
    void aRecording_isHeardFromWhereOneWants_andNotedUpon(String language, String place, String add, Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.recording(citizens);
        Page page = theCase.opened(visitor.desk(language));
        Locator slider = page.locator("[role=slider]");
        // Then
        assertThat(slider).hasAttribute("aria-label", place);
        // When
        slider.press("ArrowRight");
        slider.press("ArrowRight");
        // Then
        assertThat(slider).hasAttribute("aria-valuetext", "0:10 / 0:20");
        // When
        page.locator(".speed select").selectOption("1.5");
        page.locator("button.play").press("Enter");
        // Then
        assertThat(slider).hasAttribute("aria-valuenow", Pattern.compile("1[1-9]|20"));
        assertThat((double) page.evaluate("document.querySelector('audio').playbackRate"))
                .isEqualTo(1.5);
        // When
        slider.press("Home");
        slider.press("ArrowRight");
        page.locator("[name=note]").fill("Menyebut nama bank.");
        page.locator(".noting button").press("Enter");
        // Then
        assertThat(page.locator(".noting button")).hasText(add);
        assertThat(page.locator(".notes li")).containsText("Menyebut nama bank.");
        assertThat(page.locator(".waveform rect.mark")).hasCount(1);
        visitor.inspect(page, "case-recording-" + language);
        // When
        slider.press("End");
        page.locator(".notes button.number").press("Enter");
        // Then
        assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("0:0[5-9] / 0:20"));
        // When
        page.locator(".notes form button").press("Enter");
        // Then
        assertThat(page.locator(".notes li")).hasCount(0);
    }

    @Test
    void aPointOnTheWaveform_isAPlaceInTheRecording(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        UUID recording = theCase.recording(citizens);
        Page page = theCase.opened(visitor.desk("en"));
        Locator slider = page.locator("[role=slider]");
        slider.scrollIntoViewIfNeeded();
        var box = slider.boundingBox();
        // When
        page.mouse().click(box.x + box.width / 2, box.y + 20);
        // Then
        assertThat(slider).hasAttribute("aria-valuetext", "0:10 / 0:20");
        // And: the browser may ask for a part
        var part = page.request()
                .get(
                        theCase.path() + "/evidence/" + recording,
                        RequestOptions.create().setHeader("Range", "bytes=100-199"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).hasSize(100);
        assertThat(part.headers().get("content-range")).startsWith("bytes 100-199/");
    }

    @Test
    void aRecordingThatCantBeDrawn_isSaidTo_andKeepsThePlainPlayer(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.oldRecording(citizens);
        // When
        Page page = theCase.opened(visitor.desk("id"));
        // Then
        assertThat(page.locator(".said")).containsText("Bentuk gelombang rekaman ini tidak tersedia");
        assertThat(page.locator("audio")).hasAttribute("controls", "");
        visitor.inspect(page, "case-recording-undrawn");
    }

    @Test
    void aNote_isTakenWithoutScripts_andAWrongMomentIsNamed(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.recording(citizens);
        Page page = theCase.opened(visitor.phoneWithoutScripts("en"));
        // When
        page.locator("[name=at]").fill("soon");
        page.locator("[name=note]").fill("Says the bank's name.");
        page.locator(".noting button").press("Enter");
        // Then
        assertThat(page.locator("#faults")).containsText("minutes:seconds");
        assertThat(page.locator("[name=note]")).hasValue("Says the bank's name.");
        // When
        page.locator("[name=at]").fill("0:12");
        page.locator(".noting button").press("Enter");
        // Then
        assertThat(page.locator(".notes li")).hasCount(1);
        assertThat(page.locator(".notes li b")).hasText("0:12");
        // When
        page.locator(".notes form button").press("Enter");
        // Then
        assertThat(page.locator(".notes li")).hasCount(0);
    }

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
        page.locator("#request-evidence button").first().press("Enter");
        // Then
        assertThat(page.locator(".ours p")).hasText("Mohon gambar yang memperlihatkan nomornya, Pak.");
        awaitCase(theCase.report(), "state", "AWAITING_EVIDENCE");
        assertThat((int) page.evaluate(DRAFTS)).isZero();
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
        assertThat((int) page.evaluate(DRAFTS)).isZero();
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
        assertThat((int) page.evaluate(DRAFTS)).isZero();
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
        page.locator("a[href='/desk/logout']").press("Enter");
        // Then
        assertThat(page.locator("main a.button")).isVisible();
        assertThat((int) page.evaluate(DRAFTS)).isZero();
    }

    @Test
    void theWholePage_isLight(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.oldRecording(citizens);
        Page page = theCase.opened(visitor.desk("id"));
        // When
        var weight = Visitor.weigh(page, theCase.path());
        // Then
        assertThat(weight.all()).isPositive().isLessThanOrEqualTo(BUDGET);
        assertThat(weight.scripts()).isLessThanOrEqualTo(BUDGET / 4);
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
