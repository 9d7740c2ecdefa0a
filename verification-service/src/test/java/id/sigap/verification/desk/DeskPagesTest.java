package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.events.EvidenceRef;
import id.sigap.events.ReportId;
import id.sigap.events.SuspectNumber;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk, as officers use it. */
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class DeskPagesTest {

    /** Before everything other tests report: what was submitted last stands first. */
    private static final Instant LONG_AGO = Instant.parse("2010-01-01T00:00:00Z");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger SUBMITTED = new AtomicInteger();

    @Inject
    Citizens citizens;

    @TestHTTPResource("/")
    URL home;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @ConfigProperty(name = "sigap.verification.vault.url")
    String vault;

    @Test
    void whoIsNotLoggedIn_isSentToTheLogin() {
        // When
        var answer = given().redirects().follow(false).get("/desk");
        // Then
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith(issuer + "/authorize");
    }

    @Test
    void whoHasNoRoleHere_isRefused(Visitor visitor) {
        // When
        Page page = loggedIn(visitor, "en", "oka");
        // Then
        assertThat(page.locator("h1")).hasText("Not allowed");
        visitor.inspect(page, "desk-refused");
        // When
        activate(page.locator("a.button"));
        // Then
        assertThat(page.locator("a[href='/desk/logout']")).isVisible();
        visitor.inspect(page, "desk-front");
    }

    @Test
    void theSession_opensThePagesOnly(Visitor visitor) {
        // When
        Page page = loggedIn(visitor, "id", "sari");
        // Then
        assertThat(page.locator("h1")).hasText("Antrean");
        assertThat(page.request().get(home + "api/v1/cases").status()).isEqualTo(401);
        List<Cookie> session = page.context().cookies(home + "desk").stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .toList();
        assertThat(session).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
        });
    }

    @Test
    void theRegulator_readsAndDecidesNothing(Visitor visitor) {
        // Given
        ReportId report = first();
        // When
        Page page = loggedIn(visitor, "en", "wira");
        // Then
        assertThat(page.locator("#next")).hasCount(0);
        // When
        page.navigate(home + "desk/cases/" + report);
        // Then
        assertThat(page.locator("#decision form")).hasCount(0);
        assertThat(page.locator(".narrative")).containsText("OTP");
        assertThat(page.request().post(home + "desk/next").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"id, Dikerjakan, Terbukti", "en, Being worked on, Proven"})
    void anOfficer_takesTheNextCase_talks_andDecides(String language, String claimed, String proven, Visitor visitor) {
        // Given
        ReportId report = first();
        citizens.attach(report, "image/png");
        awaitCase(report, "evidence.size()", 1);
        Page page = loggedIn(visitor, language, "sari");
        visitor.inspect(page, "desk-queue-" + language);
        // When
        activate(page.locator("#next button"));
        // Then
        assertThat(page).hasURL(home + "desk/cases/" + report);
        assertThat(page.locator("#state")).hasText(claimed);
        assertThat(page.locator(".narrative")).hasText("Katanya dari bank dan meminta OTP.");
        assertThat(page.locator("#being-checked")).containsText(": 1.");
        visitor.inspect(page, "desk-case-" + language);
        // When
        page.locator("#text").fill("Terima kasih, fotonya jelas.");
        activate(page.locator("#write button"));
        // Then
        assertThat(page.locator("#chat .ours")).containsText("sari");
        assertThat(page.locator("#chat .ours p")).hasText("Terima kasih, fotonya jelas.");
        // When
        activate(page.locator("#verify button"));
        // Then
        assertThat(page.locator("#request")).containsText("PT Telekomunikasi Selular (TELKOMSEL)");
        assertThat(page.locator("#request")).containsText("24");
        assertThat(page.locator("#state")).hasText(claimed);
        visitor.inspect(page, "desk-request-" + language);
        // When
        activate(page.locator("#request button").first());
        // Then
        assertThat(page.locator("#state")).hasText(proven);
        visitor.inspect(page, "desk-decided-" + language);
        awaitCase(report, "state", "VERIFIED");
    }

    @Test
    void afterADecision_theNextCaseIsThere_withoutScriptsToo(Visitor visitor) {
        // Given
        ReportId second = first();
        ReportId report = first();
        Page page = loggedIn(visitor.phoneWithoutScripts("en"), "sari");
        activate(page.locator("#next button"));
        // When
        page.locator("#reject [value=NOT_FRAUD]").press("Space");
        activate(page.locator("#reject button[name=then]"));
        // Then
        assertThat(page).hasURL(home + "desk/cases/" + second);
        awaitCase(report, "state", "REJECTED");
        awaitCase(second, "claim.officer", "sari");
    }

    @Test
    void whatIsMissing_isNamedBesideItsField(Visitor visitor) {
        // Given
        ReportId report = first();
        Page page = loggedIn(visitor, "en", "sari");
        activate(page.locator("#next button"));
        // When
        activate(page.locator("#reject button").first());
        // Then
        assertThat(page.locator("#reason-fault")).containsText("Choose at least one");
        visitor.inspect(page, "desk-case-faults");
        // When
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        page.locator("#number").fill("nobody!");
        activate(page.locator("#verify button"));
        // Then
        assertThat(page.locator("#number-fault")).isVisible();
        assertThat(page.locator("#number")).hasValue("nobody!");
        awaitCase(report, "state", "CLAIMED");
    }

    @Test
    void whoLostACase_isToldWhoHasIt(Visitor visitor) {
        // Given
        ReportId report = first();
        Page page = loggedIn(visitor, "en", "sari");
        page.navigate(home + "desk/cases/" + report);
        activate(page.locator("#claim button"));
        page.locator("#reject [value=TOO_OLD]").check();
        // When: a supervisor gives the case to another
        move("dewi", report, "assign", "{\"officer\": \"budi\"}").then().statusCode(200);
        activate(page.locator("#reject button").first());
        // Then
        assertThat(page.locator("#refused")).containsText("The officer budi has this case");
        assertThat(page.locator("#held")).containsText("budi");
        awaitCase(report, "state", "CLAIMED");
    }

    @Test
    void twoOfficersWhoAskAtOnce_getDifferentCases(Visitor visitor) {
        // Given
        ReportId behind = first();
        ReportId ahead = first();
        List<Page> officers = List.of(loggedIn(visitor, "id", "sari"), loggedIn(visitor, "id", "budi"));
        // When
        List<String> given = officers.stream().map(this::askForTheNext).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        // Then
        assertThat(given).containsExactlyInAnyOrder(home + "desk/cases/" + ahead, home + "desk/cases/" + behind);
    }

    @Test
    void aProtectedNumber_waitsForAnotherOfficer(Visitor visitor) {
        // Given
        var number = new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+628110000777");
        ReportId report = citizens.submit(citizens.aComplaint().about(number).at(longAgo()));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        move("sari", report, "claim").then().statusCode(200);
        move("sari", report, "verify").then().statusCode(200);
        Page first = loggedIn(visitor, "en", "sari");
        Page second = loggedIn(visitor, "en", "budi");
        // When
        first.navigate(home + "desk/cases/" + report);
        second.navigate(home + "desk/cases/" + report);
        // Then
        assertThat(first.locator("#approve")).hasCount(0);
        visitor.inspect(second, "desk-approval");
        // When
        activate(second.locator("#approve button").first());
        // Then
        awaitCase(report, "state", "VERIFIED");
    }

    @Test
    void aRangeThatBelongsToNobody_needsAnOfficerWhoNamesTheOperator(Visitor visitor) {
        // Given: well-formed, but 820 was allocated to nobody
        var number = new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+6282000000001");
        ReportId report = citizens.submit(
                citizens.aComplaint().withMoneyLost().about(number).at(longAgo()));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        Page page = loggedIn(visitor, "en", "sari");
        activate(page.locator("#next button"));
        activate(page.locator("#verify button"));
        assertThat(page.locator("#operator-fault")).containsText("Choose the operator");
        visitor.inspect(page, "desk-operator-unknown");
        // When
        page.locator("#operator").selectOption("XLSMART");
        activate(page.locator("#verify button"));
        assertThat(page.locator("#request")).containsText("PT XLSMART Telecom Sejahtera Tbk (XLSMART)");
        activate(page.locator("#request button").first());
        // Then
        awaitCase(report, "state", "VERIFIED");
        awaitCase(report, "finding.operator", "XLSMART");
    }

    @ParameterizedTest
    @CsvSource({"id, nomor sama, digabung ke sini", "en, same number, merged into this"})
    void similarCases_areMerged_andDecidedTogether(String language, String same, String merged, Visitor visitor) {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId other = citizens.submit(citizens.aComplaint().about(number));
        ReportId third = citizens.submit(citizens.aComplaint().about(number));
        ReportId report = citizens.submit(
                citizens.aComplaint().withMoneyLost().about(number).at(longAgo()));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        awaitCase(other, "state", "WAITING");
        awaitCase(third, "state", "WAITING");
        Page page = loggedIn(visitor, language, "sari");
        activate(page.locator("#next button"));
        Locator row = page.locator("#history li:has(a[href='/desk/cases/" + other + "'])");
        assertThat(row).containsText(same);
        // When
        row.locator("input").press("Space");
        page.locator("#history input[value='" + third + "']").press("Space");
        activate(page.locator("#merge button"));
        // Then
        assertThat(row).containsText(merged);
        visitor.inspect(page, "desk-merged-" + language);
        // When
        activate(page.locator("#history button[value='" + third + "']"));
        // Then
        awaitCase(third, "state", "WAITING");
        // When
        page.navigate(home + "desk/cases/" + other);
        assertThat(page.locator("#merged a")).hasAttribute("href", "/desk/cases/" + report);
        visitor.inspect(page, "desk-merged-away-" + language);
        page.navigate(home + "desk/cases/" + report);
        activate(page.locator("#verify button"));
        activate(page.locator("#request button").first());
        // Then
        awaitCase(other, "state", "VERIFIED");
        awaitCase(third, "state", "WAITING");
    }

    @Test
    void aSilentVault_isToldOf_andTheRestWorks(Visitor visitor) {
        // Given
        ReportId report = first();
        Page page = loggedIn(visitor, "en", "sari");
        activate(page.locator("#next button"));
        page.locator("#text").fill("Please send the recording.");
        given().put(vault + "/silent/" + report).then().statusCode(204);
        // When
        activate(page.locator("#write button"));
        // Then
        assertThat(page.locator("#refused")).containsText("cannot be reached");
        assertThat(page.locator("#text")).hasValue("Please send the recording.");
        assertThat(page.locator("#untold")).isVisible();
        visitor.inspect(page, "desk-vault-silent");
        // When
        page.locator("#request-evidence [value=CALL_RECORDING]").check();
        activate(page.locator("#request-evidence button").first());
        // Then
        awaitCase(report, "state", "AWAITING_EVIDENCE");
    }

    @Test
    void aPicture_isShown_inAFormThatNothingRuns(Visitor visitor) {
        // Given
        ReportId report = first();
        EvidenceRef picture = citizens.attach(report, "image/png");
        EvidenceRef recording = citizens.attach(report, "audio/mpeg");
        awaitCase(report, "evidence.size()", 2);
        Page page = loggedIn(visitor, "id", "sari");
        String folder = home + "desk/cases/" + report + "/evidence/";
        // When
        var shown = page.request().get(folder + picture.evidence());
        var saved = page.request().get(folder + recording.evidence());
        // Then
        assertThat(shown.headers())
                .containsEntry("content-type", "image/png")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-security-policy", "sandbox; default-src 'none'")
                .hasEntrySatisfying(
                        "content-disposition", value -> assertThat(value).startsWith("inline"));
        assertThat(shown.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(saved.headers())
                .containsEntry("content-type", "audio/mpeg")
                .hasEntrySatisfying(
                        "content-disposition", value -> assertThat(value).startsWith("attachment"));
        assertThat(page.request().get(folder + report).status()).isEqualTo(404);
    }

    @Test
    void whoLogsOut_mustLogInAgain(Visitor visitor) {
        // Given
        Page page = loggedIn(visitor, "id", "sari");
        // When
        activate(page.locator("a[href='/desk/logout']"));
        // Then
        assertThat(page.locator("h1")).hasText("Meja petugas");
        // When
        activate(page.locator("main a.button"));
        // Then
        assertThat(page.locator("button#sari")).isVisible();
    }

    /** A report that stands before all others, waiting. */
    private ReportId first() {
        ReportId report = citizens.submit(citizens.aComplaint().withMoneyLost().at(longAgo()));
        awaitCase(report, "state", "WAITING");
        return report;
    }

    private static Instant longAgo() {
        return LONG_AGO.minus(Duration.ofHours(SUBMITTED.incrementAndGet()));
    }

    /** With the officer's session, but not by their browser, which does one thing after the other. */
    private CompletableFuture<String> askForTheNext(Page officer) {
        String session = officer.context().cookies(home + "desk").stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(URI.create(home + "desk/next"))
                .header("Cookie", session)
                .POST(BodyPublishers.noBody())
                .build();
        return HTTP.sendAsync(request, BodyHandlers.discarding())
                .thenApply(answer -> answer.headers().firstValue("Location").orElseThrow());
    }

    private Page loggedIn(Visitor visitor, String language, String account) {
        return loggedIn(visitor.desk(language), account);
    }

    private Page loggedIn(Page page, String account) {
        page.navigate(home + "desk");
        activate(page.locator("button#" + account));
        assertThat(page).hasURL(home + "desk");
        return page;
    }

    /** By keyboard: everything must work so. */
    private static void activate(Locator control) {
        control.press("Enter");
    }
}
