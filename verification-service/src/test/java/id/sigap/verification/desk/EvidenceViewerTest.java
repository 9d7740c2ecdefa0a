package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures and recordings on a case's page. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class EvidenceViewerTest {

    @Inject
    Citizens citizens;

    @TestHTTPResource("/")
    URL home;

    @ConfigProperty(name = "sigap.verification.vault.url")
    String vault;

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
    void aRecording_isHeardFromWhereOneWants_andNotedUpon(String language, String place, String add, Visitor visitor)
            throws IOException {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.recording(citizens);
        Page page = theCase.opened(visitor.desk(language));
        Locator slider = page.locator("[role=slider]");
        // Then
        assertThat(slider).hasAttribute("aria-label", place);
        assertThat(page.locator("audio")).hasAttribute("src", Pattern.compile(".+/shown"));
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
        page.evaluate("document.querySelector('audio').pause()"); // else a slow machine notes a later moment
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
    void aPointOnTheWaveform_isAPlaceInTheRecording(Visitor visitor) throws IOException {
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
                        theCase.path() + "/evidence/" + recording + "/shown",
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
    void aNoteAfterTheSession_saysThatItIsOver_andKeepsTheWords(Visitor visitor) throws IOException {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.recording(citizens);
        Page page = theCase.opened(visitor.desk("en"));
        assertThat(page.locator("[role=slider]")).isVisible();
        page.locator("[name=note]").fill("Says the bank's name.");
        page.context().clearCookies();
        // When
        page.locator(".noting button").press("Enter");
        // Then
        assertThat(page.locator("[data-over]")).isVisible();
        assertThat(page.locator(".said")).hasText("The note was not kept; try again.");
        assertThat(page.locator("[name=note]")).hasValue("Says the bank's name.");
    }

    @Test
    void aNoteThatTheVaultRefuses_isNamedAtItsField(Visitor visitor) throws IOException {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.recording(citizens);
        Page page = theCase.opened(visitor.phoneWithoutScripts("en"));
        // When
        page.locator("[name=note]").fill("Says\u0007 the bank's name.");
        page.locator(".noting button").press("Enter");
        // Then: the link leads to the field
        String field = page.locator("#faults a").getAttribute("href");
        assertThat(page.locator(field)).hasAttribute("name", "note");
    }

    @Test
    void aNote_isTakenWithoutScripts_andAWrongMomentIsNamed(Visitor visitor) throws IOException {
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
        Visitor.follow(page, () -> page.locator(".notes form button").press("Enter"));
        // Then
        assertThat(page.locator(".notes li")).hasCount(0);
    }

    @Test
    void aFilm_isWatched_fromWhereOneWants(Visitor visitor) throws IOException {
        // Given
        CaseOnTheDesk theCase = taken();
        theCase.film(citizens);
        // When
        Page page = theCase.opened(visitor.desk("id"));
        Locator film = page.locator("#pieces video");
        // Then
        assertThat(film).hasAttribute("aria-label", Pattern.compile("Video bukti kasus .+"));
        assertThat(film).hasJSProperty("videoWidth", 176);
        film.evaluate("video => { video.currentTime = 1; }");
        assertThat(film).hasJSProperty("seeking", false);
        assertThat((double) film.evaluate("video => video.currentTime + 0.0001"))
                .isBetween(1.0, 1.1);
        visitor.inspect(page, "case-film");
    }

    /** Each state in which nothing is shown, and each language. */
    @ParameterizedTest
    @CsvSource({
        "PENDING, id, Sedang disiapkan, Simpan berkas HEIC asli",
        "IMPOSSIBLE, en, damaged, Save the original HEIC file",
        "NO_PROGRAM, id, tidak punya program, Simpan berkas HEIC asli"
    })
    void whatCantBeShown_isSaidInWords_andTheOriginalIsOffered(
            String state, String language, String words, String save, Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        UUID photo = theCase.unshown(citizens, state);
        // When
        Page page = theCase.opened(visitor.desk(language));
        // Then
        Locator piece = page.locator("#piece-" + photo);
        assertThat(piece.locator(".unshown")).containsText(words);
        assertThat(piece.locator("a[download]")).hasText(save);
        assertThat(piece.locator("img")).hasCount(0);
        visitor.inspect(page, "case-unshown-" + state.toLowerCase(Locale.ROOT));
    }

    /** The original was played instead: whatever it is, in the officer's own browser. */
    @Test
    void aRecordingThatCantBeHeardHere_isSaidInWords_andNotedUponAllTheSame(Visitor visitor) throws IOException {
        // Given
        CaseOnTheDesk theCase = taken();
        UUID recording = theCase.unheard(citizens, "NO_PROGRAM");
        // When
        Page page = theCase.opened(visitor.desk("id"));
        Locator piece = page.locator("#piece-" + recording);
        // Then
        assertThat(piece.locator("audio")).hasCount(0);
        assertThat(piece.locator(".unshown")).containsText("tidak punya program");
        assertThat(piece.locator("a[download]")).hasText("Simpan berkas MP3 asli");
        visitor.inspect(page, "case-recording-unheard");
        // When
        piece.locator("[name=at]").fill("0:12");
        piece.locator("[name=note]").fill("Menyebut nama bank.");
        piece.locator(".noting button").press("Enter");
        // Then
        assertThat(piece.locator(".notes li")).containsText("Menyebut nama bank.");
    }

    @Test
    void whatIsBeingMadeReady_isShownByItself(Visitor visitor) {
        // Given
        CaseOnTheDesk theCase = taken();
        UUID photo = theCase.unshown(citizens, "PENDING");
        Page page = theCase.opened(visitor.desk("en"));
        Locator piece = page.locator("#piece-" + photo);
        assertThat(piece.locator(".unshown")).isVisible();
        // When
        theCase.madeReady(photo);
        // Then
        assertThat(piece.locator("a.picture img")).isVisible();
        assertThat(piece.locator(".unshown")).hasCount(0);
    }

    private CaseOnTheDesk taken() {
        return CaseOnTheDesk.taken(citizens, home.toString(), vault);
    }
}
