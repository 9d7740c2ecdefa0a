package id.sigap.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Behind a proxy that ends TLS, as in production. */
@Tag("service")
@QuarkusTest
@WithSurroundings
class SecureCookieTest {

    @Test
    void everyCookie_isSecure_whereTheBrowserCameByHttps() {
        assertThat(cookies("https").asList()).hasSize(2).allMatch(Cookie::isSecured);
    }

    @Test
    void noCookie_isSecure_onAMachineOfOnesOwn() {
        assertThat(cookies("http").asList()).hasSize(2).noneMatch(Cookie::isSecured);
    }

    private static Cookies cookies(String scheme) {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", scheme)
                .header("X-Forwarded-Host", "sigap.example")
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("receipt", Citizen.whoReported().receipt())
                .formParam("open", "open")
                .formParam("lang", "en")
                .post("/case")
                .then()
                .statusCode(303)
                .extract()
                .detailedCookies();
    }
}
