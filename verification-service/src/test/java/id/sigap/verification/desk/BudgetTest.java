package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitAppeal;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.desk.Workplace.activate;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.browser.Weight;
import id.sigap.events.AppealId;
import id.sigap.events.ReportId;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk's pages may cost. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class BudgetTest {

    @Inject
    Citizens citizens;

    @Inject
    Workplace workplace;

    private static final long PAGE = 90_000;

    @ParameterizedTest
    @CsvSource({"sari, desk", "dewi, desk/team", "wira, desk/appeals"})
    void aPage_isLight(String account, String path, Visitor visitor) {
        // Given
        workplace.first();
        Page page = workplace.loggedIn(visitor, "id", account);
        // When
        Weight weight = weighed(page, path);
        // Then
        assertThat(weight.all()).isPositive().isLessThanOrEqualTo(PAGE);
    }

    @Test
    void aCase_isLight(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        citizens.attach(report, "image/png");
        citizens.attach(report, "audio/mpeg");
        awaitCase(report, "evidence.size()", 2);
        Page page = workplace.loggedIn(visitor, "id", "sari");
        page.navigate(workplace.pathOf(report));
        Visitor.follow(page, () -> activate(page.locator("#claim button")));
        // When
        Weight weight = weighed(page, "desk/cases/" + report);
        // Then
        assertThat(weight.all()).isPositive().isLessThanOrEqualTo(PAGE);
    }

    @Test
    void anAppeal_isLight(Visitor visitor) {
        // Given
        AppealId appeal = citizens.appeal(Citizens.freshNumber().blockable().orElseThrow());
        Page page = workplace.loggedIn(visitor, "id", "wira");
        awaitAppeal(appeal);
        // When
        Weight weight = weighed(page, "desk/appeals/" + appeal);
        // Then
        assertThat(weight.all()).isPositive().isLessThanOrEqualTo(PAGE);
    }

    private Weight weighed(Page page, String path) {
        return Visitor.weigh(page, workplace.home() + path);
    }
}
