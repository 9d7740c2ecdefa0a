package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.desk.Workplace.activate;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.events.ReportId;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue, as officers use it. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class QueuePageTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    Citizens citizens;

    @Inject
    Workplace workplace;

    @BeforeEach
    void nothingElseIsOpen() {
        citizens.takeBackEverything();
    }

    @Test
    void theRegulator_readsAndDecidesNothing(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        // When
        Page page = workplace.loggedIn(visitor, "en", "wira");
        // Then
        assertThat(page.locator("#next")).hasCount(0);
        // When
        page.navigate(workplace.pathOf(report));
        // Then
        assertThat(page.locator("#decision form")).hasCount(0);
        assertThat(page.locator(".narrative")).containsText("OTP");
        assertThat(page.request().post(workplace.home() + "desk/next").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"id, Dikerjakan, Terbukti", "en, Being worked on, Proven"})
    void anOfficer_takesTheNextCase_talks_andDecides(String language, String claimed, String proven, Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        citizens.attach(report, "image/png");
        awaitCase(report, "evidence.size()", 1);
        Page page = workplace.loggedIn(visitor, language, "sari");
        visitor.inspect(page, "desk-queue-" + language);
        // When
        activate(page.locator("#next button"));
        // Then
        assertThat(page).hasURL(workplace.pathOf(report));
        assertThat(page.locator("#state")).hasText(claimed);
        assertThat(page.locator(".narrative")).hasText("Katanya dari bank dan meminta OTP.");
        assertThat(page.locator("#typed bdi")).hasText("WA: 0811–0000–777");
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

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void whatIsWrittenAfterTheDecision_isRead_andAnsweredOrPutAside(String language, Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page page = workplace.loggedIn(visitor, language, "sari");
        activate(page.locator("#next button"));
        page.locator("#reject [value=NOT_FRAUD]").press("Space");
        activate(page.locator("#reject button").first());
        citizens.write(report);
        awaitCase(report, "unreadMessages", 1);
        // When
        page.navigate(workplace.home() + "desk");
        // Then
        assertThat(page.locator("#after")).isVisible();
        visitor.inspect(page, "desk-written-after-" + language);
        // When
        activate(page.locator("#after [data-case='" + report + "'] a"));
        // Then
        assertThat(page.locator("#written-after")).containsText("1");
        assertThat(page.locator("#write")).isVisible();
        visitor.inspect(page, "desk-case-written-after-" + language);
        // When
        activate(page.locator("#written-after button"));
        // Then
        assertThat(page.locator("#written-after")).hasCount(0);
        awaitCase(report, "unreadMessages", 0);
    }

    @Test
    void afterADecision_theNextCaseIsThere_withoutScriptsToo(Visitor visitor) {
        // Given
        ReportId second = workplace.first();
        ReportId report = workplace.first();
        Page page = workplace.loggedIn(visitor.phoneWithoutScripts("en"), "sari");
        activate(page.locator("#next button"));
        // When
        page.locator("#reject [value=NOT_FRAUD]").press("Space");
        activate(page.locator("#reject button[name=then]"));
        // Then
        assertThat(page).hasURL(workplace.home() + "desk/cases/" + second);
        awaitCase(report, "state", "REJECTED");
        awaitCase(second, "claim.officer", "sari");
    }

    @Test
    void twoOfficersWhoAskAtOnce_getDifferentCases(Visitor visitor) {
        // Given
        ReportId behind = workplace.first();
        ReportId ahead = workplace.first();
        List<Page> officers =
                List.of(workplace.loggedIn(visitor, "id", "sari"), workplace.loggedIn(visitor, "id", "budi"));
        // When
        List<String> given = officers.stream().map(this::askForTheNext).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        // Then
        assertThat(given).containsExactlyInAnyOrder("/desk/cases/" + ahead, "/desk/cases/" + behind);
    }

    /** With the officer's session, but not by their browser, which does one thing after the other. */
    private CompletableFuture<String> askForTheNext(Page officer) {
        String session = officer.context().cookies(workplace.home() + "desk").stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(URI.create(workplace.home() + "desk/next"))
                .header("Cookie", session)
                .POST(BodyPublishers.noBody())
                .build();
        return HTTP.sendAsync(request, BodyHandlers.discarding())
                .thenApply(answer -> answer.headers().firstValue("Location").orElseThrow());
    }
}
