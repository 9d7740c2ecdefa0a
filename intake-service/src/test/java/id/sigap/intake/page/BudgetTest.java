package id.sigap.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.browser.Weight;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page may cost somebody who pays for every kilobyte. */
@Tag("service")
@QuarkusTest
@WithSurroundings
@ExtendWith(Browsing.class)
class BudgetTest {

    private static final long PAGE = 30_000;
    private static final long SCRIPTS = 10_000;
    private static final long SCRIPTS_WITH_CHAT = 20_000;

    @TestHTTPResource("/")
    URL home;

    @ParameterizedTest
    @ValueSource(strings = {"", "report", "check", "case"})
    void aPage_isLight(String path, Visitor visitor) {
        Weight weight = Visitor.weigh(visitor.phone(), home + path);
        assertThat(weight.all()).isPositive().isLessThanOrEqualTo(PAGE);
        assertThat(weight.scripts()).isLessThanOrEqualTo(SCRIPTS);
    }

    @Test
    void theCaseWithItsChat_isLightToo(Visitor visitor) {
        // Given
        Citizen citizen = Citizen.whoReported();
        Page page = visitor.phone();
        page.navigate(home + "case");
        page.locator("#receipt").fill(citizen.receipt());
        Visitor.follow(page, () -> page.locator("form[action='/case'] button").click());
        // When
        Weight weight = Visitor.weigh(page, home + "case");
        // Then
        assertThat(weight.all()).isLessThanOrEqualTo(PAGE);
        assertThat(weight.scripts()).isPositive().isLessThanOrEqualTo(SCRIPTS_WITH_CHAT);
    }
}
