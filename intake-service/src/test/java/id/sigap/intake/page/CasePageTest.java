package id.sigap.intake.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.intake.testing.ChatClient;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.SampleFile;
import id.sigap.intake.testing.Vault;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reporter's own page, with an officer at the other end. */
@Tag("service")
@QuarkusTest
@WithSurroundings
@ExtendWith(Browsing.class)
class CasePageTest {

    @TestHTTPResource("/case")
    URL address;

    private Citizen citizen;

    @BeforeEach
    void aReport() {
        citizen = Citizen.whoReported();
    }

    @Test
    void reporterAndOfficer_hearEachOther_atOnce(Visitor visitor) {
        // Given
        Page page = opened(visitor.phone());
        try (ChatClient officer = anOfficer()) {
            assertThat(page.locator("[data-state=officer]")).isVisible();
            // When
            page.locator("sigap-chat textarea").fill("Apakah ada orang?");
            page.locator("sigap-chat textarea").press("Enter");
            // Then
            assertThat(officer.hears("message").getString("text")).isEqualTo("Apakah ada orang?");
            assertThat(page.locator(".mine .mark")).hasText("terkirim");
            // When
            officer.send(Map.of("type", "seen", "seq", 1));
            officer.say("Selamat siang, ada rekamannya?", "greeting-1");
            // Then
            assertThat(page.locator(".mine .mark")).hasText("dibaca");
            assertThat(page.locator(".theirs p")).hasText("Selamat siang, ada rekamannya?");
            visitor.inspect(page, "case-chat");
        }
        // Then: she has left
        assertThat(page.locator("[data-state=officer]")).isHidden();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "id, Laporan ini sudah Anda tarik. Obrolan ini ditutup",
        "en, You took this report back. This conversation is closed"
    })
    void conversationThatIsOver_saysWhy_andWhereToGo(String language, String reason, Visitor visitor) {
        // Given
        citizen.asking().post("/api/v1/report/withdraw").then().statusCode(200);
        // When
        Page page = opened(visitor.phone(language));
        // Then
        assertThat(page.locator("#say")).hasCount(0);
        assertThat(page.locator("#over")).containsText(reason);
        visitor.inspect(page, "case-over-" + language);
        // When
        page.locator("#over a").click();
        // Then
        assertThat(page).hasURL(Pattern.compile(".*/report.*"));
    }

    @Test
    void aMessage_isAsLongAsTheServerCountsIt_andALongerOneStaysInItsBox(Visitor visitor) {
        // Given
        Page page = opened(visitor.phone());
        Locator box = page.locator("sigap-chat textarea");
        box.focus();
        page.keyboard().insertText("😀".repeat(2000));
        box.press("Enter");
        assertThat(page.locator(".mine .mark")).hasText("terkirim");
        assertThat(page.locator(".mine p")).hasText("😀".repeat(2000));
        // When
        page.keyboard().insertText("a".repeat(2001));
        box.press("Enter");
        // Then
        assertThat(box).hasValue("a".repeat(2001));
        assertThat(box.evaluate("box => box.validationMessage"))
                .isEqualTo("Terlalu panjang: paling banyak 2000 karakter.");
        // When
        box.press("Backspace");
        box.press("Enter");
        // Then
        assertThat(page.locator(".mine")).hasCount(2);
    }

    @Test
    void whatIsWrittenWithoutAConnection_waits_alsoForAnotherVisit_andComesOnce(Visitor visitor) {
        // Given
        Page page = opened(visitor.phone());
        page.routeWebSocket("**/api/v1/chat", socket -> socket.close());
        page.reload();
        assertThat(page.locator("[data-state=offline]")).isVisible();
        page.route("**/api/v1/report/messages*", route -> route.abort("connectionreset"));
        page.locator("sigap-chat textarea").fill("Ditulis tanpa sambungan.");
        page.locator("sigap-chat button").click();
        assertThat(page.locator(".mine .mark")).hasText("mengirim …");
        // When
        page.unrouteAll();
        Page again = page.context().newPage();
        again.navigate(address.toString());
        // Then
        assertThat(again.locator(".mine .mark")).hasText(new String[] {"terkirim"}); // the other page sends it, too
        assertThat(again.locator(".mine")).hasCount(1);
    }

    @Test
    void whereSocketsAreBlocked_itAsksInstead(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.clock().install();
        page.routeWebSocket("**/api/v1/chat", socket -> socket.close());
        opened(page);
        try (ChatClient officer = anOfficer()) {
            // When
            officer.say("Terbaca?", "greeting-2");
            // Then: after the pauses between its trials
            timePassesUntil(page, () -> page.locator(".theirs p").count() == 1);
            assertThat(page.locator(".theirs p")).hasText("Terbaca?");
            // When
            page.locator("sigap-chat textarea").fill("Terbaca.");
            page.locator("sigap-chat button").click();
            // Then
            timePassesUntil(
                    page, () -> page.locator(".mine .mark").textContent().equals("terkirim"));
        }
    }

    @Test
    void whatCannotBeTakenNow_isSentAgain_onTheSameLine(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.clock().install();
        var answers = new ArrayDeque<Map<String, ?>>(List.of(Map.of("type", "error", "code", "too-fast")));
        chatAnswers(page, message -> answers.isEmpty() ? said(message) : answers.poll());
        opened(page);
        // When
        page.locator("sigap-chat textarea").fill("Masih di sana?");
        page.locator("sigap-chat textarea").press("Enter");
        // Then
        assertThat(page.locator(".mine .mark")).containsText("dikirim otomatis sebentar lagi");
        visitor.inspect(page, "case-chat-later");
        // When
        timePassesUntil(page, () -> page.locator(".mine .mark").textContent().equals("terkirim"));
        // Then
        assertThat(page.locator(".mine p")).hasText("Masih di sana?");
    }

    @ParameterizedTest
    @CsvSource({
        "illegal-move, tidak terkirim: obrolan ini sudah selesai",
        "invalid-input, 'tidak terkirim: terlalu panjang, atau berisi karakter yang tidak dapat dibaca'",
        "another, tidak terkirim: pesan ini tidak diterima"
    })
    void whatIsRefused_saysWhy_andKeepsItsText(String code, String why, Visitor visitor) {
        // Given
        Page page = visitor.phone();
        chatAnswers(page, message -> Map.of("type", "error", "code", code, "clientId", message.getString("clientId")));
        opened(page);
        // When
        page.locator("sigap-chat textarea").fill("Masih di sana?");
        page.locator("sigap-chat textarea").press("Enter");
        // Then
        assertThat(page.locator(".mine .mark")).hasText(why);
        page.reload();
        assertThat(page.locator(".mine p")).hasText("Masih di sana?");
        assertThat(page.locator(".mine .mark")).hasText(why);
        visitor.inspect(page, "case-chat-refused-" + code);
        // When
        page.locator(".mine button").press("Enter");
        // Then
        assertThat(page.locator(".mine")).hasCount(0);
    }

    /** In the place of the service's own chat. */
    private static void chatAnswers(Page page, Function<JsonObject, Map<String, ?>> answer) {
        page.routeWebSocket(
                "**/api/v1/chat",
                socket -> socket.onMessage(text -> {
                    var frame = new JsonObject(text.text());
                    switch (frame.getString("type")) {
                        case "hello" -> socket.send("{\"type\": \"welcome\"}");
                        case "message" ->
                            socket.send(JsonObject.mapFrom(answer.apply(frame)).encode());
                        default -> {}
                    }
                }));
    }

    private static Map<String, ?> said(JsonObject message) {
        return Map.of(
                "type",
                "message",
                "seq",
                1,
                "author",
                "REPORTER",
                "text",
                message.getString("text"),
                "at",
                "2026-01-02T03:04:05Z",
                "clientId",
                message.getString("clientId"));
    }

    @Test
    void evidence_isHandedIn_andWhatIsNotTakenIsToldInWords(Visitor visitor) {
        // Given
        Page page = opened(visitor.phone());
        // When
        page.locator("#evidence-file").setInputFiles(new FilePayload[] {
            new FilePayload("pesan.png", "image/png", SampleFile.png()),
            new FilePayload("catatan.txt", "text/plain", "bukan bukti".getBytes(StandardCharsets.UTF_8))
        });
        // Then
        assertThat(page.locator("sigap-upload li").first()).containsText("diterima");
        assertThat(page.locator("sigap-upload li .fault")).containsText("rekaman suara (MP3");
        visitor.inspect(page, "case-upload");
        // When
        page.reload();
        // Then
        assertThat(page.locator("section > ul.evidence > li")).containsText("PNG");
    }

    @Test
    void whatTheOfficerHasRead_isMarked_alsoAfterAReload_andWithoutScripts(Visitor visitor) {
        // Given
        Page page = opened(visitor.phone());
        page.locator("sigap-chat textarea").fill("Apakah ada orang?");
        page.locator("sigap-chat textarea").press("Enter");
        assertThat(page.locator(".mine .mark")).hasText("terkirim");
        // When: on a desk that has no socket
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/v1/reports/" + citizen.report() + "/messages")
                .then()
                .statusCode(200);
        // Then
        assertThat(page.locator(".mine .mark")).hasText("dibaca");
        page.reload();
        assertThat(page.locator(".mine .mark")).hasText("dibaca");
        assertThat(opened(visitor.phoneWithoutScripts("id")).locator(".mine .mark"))
                .hasText("dibaca");
    }

    @Test
    void theOperatorsTime_runsDown_andIsHonestOnceItIsUp(Visitor visitor) {
        // Given
        Vault.setDeadlineOf(citizen, "5 hours 9 minutes 59 seconds");
        Page page = visitor.phone();
        page.clock().install();
        opened(page);
        assertThat(page.locator("sigap-countdown")).hasText("(masih 5 jam 10 menit)");
        visitor.inspect(page, "case-deadline");
        // When
        page.clock().fastForward("04:30:00");
        // Then
        assertThat(page.locator("sigap-countdown")).hasText("(masih 40 menit)");
        // When
        page.clock().fastForward("02:00:00");
        // Then
        assertThat(page.locator("sigap-countdown")).containsText("sudah lewat 1 jam 20 menit");
        assertThat(page.locator("sigap-countdown[aria-live], [role=timer]")).hasCount(0);
        // When: without scripts, in English, long after
        Vault.setDeadlineOf(citizen, "-26 hours");
        assertThat(opened(visitor.phoneWithoutScripts("en")).locator("sigap-countdown"))
                .containsText("passed 26 h 0 min ago");
    }

    /** Faster than it does: a second of the page's at each look. */
    private static void timePassesUntil(Page page, Callable<Boolean> happened) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    page.clock().runFor(1_000);
                    return happened.call();
                });
    }

    private ChatClient anOfficer() {
        var client = new ChatClient();
        client.send(Map.of("type", "hello", "token", Tokens.officer(), "report", citizen.report(), "after", 0));
        client.hears("welcome");
        return client;
    }

    private Page opened(Page page) {
        page.navigate(address.toString());
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("form[action='/case'] button").press("Enter");
        assertThat(page.locator("sigap-chat")).isVisible();
        page.waitForLoadState(); // its scripts are there
        return page;
    }
}
