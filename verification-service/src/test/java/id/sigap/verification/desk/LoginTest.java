package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.desk.Workplace.activate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way in and the way out. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class LoginTest {

    @Inject
    Citizens citizens;

    @Inject
    Workplace workplace;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @BeforeEach
    void nothingElseIsOpen() {
        citizens.takeBackEverything();
    }

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
        Page page = workplace.loggedIn(visitor, "en", "oka");
        // Then
        assertThat(page.locator("h1")).hasText("Not allowed");
        visitor.inspect(page, "desk-refused");
        // When
        activate(page.locator("a.button"));
        // Then
        assertThat(page.locator("form[action='/desk/logout'] button")).isVisible();
        visitor.inspect(page, "desk-front");
    }

    @Test
    void theSession_opensThePagesOnly(Visitor visitor) {
        // When
        Page page = visitor.desk("id");
        Session.logIn(page, workplace.home() + "desk", "sari");
        // Then
        assertThat(page.locator("h1")).hasText("Antrean");
        assertThat(page.request().get(workplace.home() + "api/v1/cases").status())
                .isEqualTo(401);
        List<Cookie> session = Session.of(page.context(), workplace.home() + "desk");
        assertThat(session).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
        });
    }

    @Test
    void whoLogsOut_mustLogInAgain(Visitor visitor) {
        // Given
        Page page = workplace.loggedIn(visitor, "id", "sari");
        // When
        activate(page.locator("form[action='/desk/logout'] button"));
        // Then
        assertThat(page.locator("h1")).hasText("Meja petugas");
        // When
        activate(page.locator("main a.button"));
        // Then
        assertThat(page.locator("button#sari")).isVisible();
    }
}
