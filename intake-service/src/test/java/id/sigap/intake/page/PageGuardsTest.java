package id.sigap.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import id.sigap.intake.testing.ChatClient;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What guards the pages and who has opened them. */
@Tag("service")
@QuarkusTest
@WithSurroundings
class PageGuardsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/report", "/check", "/case", "/appeal", "/nowhere"})
    void aPage_runsOnlyOurScripts_isFramedByNobody_andKeptNowhere(String path) {
        given().accept("text/html")
                .get(path)
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe-inline")))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }

    @Test
    void aFile_mayBeKept_andARedirectLeadsToNoHost() {
        given().get("/static/design/icon.svg")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", containsString("max-age"));
        given().redirects()
                .follow(false)
                .header("Host", "evil.example")
                .post("/report/new")
                .then()
                .statusCode(303)
                .header("X-Content-Type-Options", "nosniff")
                .header("Location", startsWith("/report"));
    }

    @Test
    void whoeverWithdrawsTwice_isLedBackToTheCase_notToAnError() {
        String session = session(Citizen.whoReported());
        for (String state : List.of("WITHDRAWN", "WITHDRAWN")) {
            given().redirects()
                    .follow(false)
                    .cookie("sigap-case", session)
                    .header("Sec-Fetch-Site", "same-origin")
                    .post("/case/withdraw")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/case"));
            given().cookie("sigap-case", session).get("/api/v1/report").then().body(containsString(state));
        }
        given().redirects()
                .follow(false)
                .cookie("sigap-case", session)
                .get("/case/withdraw")
                .then()
                .statusCode(303);
    }

    /** Forms of our pages are much smaller: nobody fills the database with what was never typed there. */
    @Test
    void formLargerThanAny_isAnsweredAndNotKept() {
        var answer = given().redirects()
                .follow(false)
                .cookie("sigap-form", "A".repeat(43))
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .body("number=" + "9".repeat(100_000) + "&go=yes")
                .post("/check");
        assertThat(answer.statusCode()).isNotEqualTo(303).isLessThan(500);
        given().cookie("sigap-form", "A".repeat(43)).get("/check").then().body(not(containsString("99999")));
    }

    @Test
    void anotherSite_canNotUseAReadersCookie() {
        String session = session(Citizen.whoReported());
        given().redirects()
                .follow(false)
                .cookie("sigap-case", session)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/case/withdraw")
                .then()
                .statusCode(403);
        given().redirects()
                .follow(false)
                .cookie("sigap-case", session)
                .header("Origin", "https://evil.example")
                .post("/case/withdraw")
                .then()
                .statusCode(403);
        given().cookie("sigap-case", session)
                .get("/api/v1/report")
                .then()
                .statusCode(200)
                .body(containsString("SUBMITTED"));
    }

    /** Without a cookie there is nothing to steal, but somebody can be made to report, or be logged in to another's case. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/case",
                "/case/messages",
                "/case/withdraw",
                "/case/leave",
                "/case/evidence",
                "/report",
                "/report/new",
                "/check",
                "/appeal",
                "/appeal/submit",
                "/appeal/documents"
            })
    void anotherSitesForm_changesNothing_withoutACookieEither(String form) {
        var statuses = new HashSet<Integer>();
        for (String type :
                List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain")) {
            statuses.add(given().contentType(type)
                    .header("Sec-Fetch-Site", "cross-site")
                    .post(form)
                    .statusCode());
            statuses.add(given().contentType(type)
                    .header("Origin", "https://evil.example")
                    .post(form)
                    .statusCode());
        }
        // what the form isn't made for is refused for that
        assertThat(statuses).contains(403).isSubsetOf(403, 415);
    }

    @Test
    void aProgramThatSendsJson_isNoBrowser() {
        given().contentType("application/json")
                .header("Origin", "https://program.example")
                .body("{}")
                .post("/api/v1/number-checks")
                .then()
                .statusCode(400);
    }

    @Test
    void aSocket_endsWhenItsOwnerLeaves_andKeepsNothingSaidAfterwards() throws InterruptedException {
        // Given
        var citizen = Citizen.whoReported();
        String session = session(citizen);
        String ours = "http://localhost:" + RestAssured.port;
        try (var chat = new ChatClient(Map.of("Cookie", "sigap-case=" + session, "Origin", ours));
                var silent = new ChatClient(Map.of("Cookie", "sigap-case=" + session, "Origin", ours))) {
            chat.send(Map.of("type", "hello")).hears("welcome");
            silent.send(Map.of("type", "hello")).hears("welcome");
            chat.say("sebelum", "1").hears("ack");
            // When
            given().redirects()
                    .follow(false)
                    .cookie("sigap-case", session)
                    .header("Sec-Fetch-Site", "same-origin")
                    .post("/case/leave")
                    .then()
                    .statusCode(303);
            chat.say("sesudah", "2");
            // Then
            assertThat(chat.isClosedByServer()).isTrue();
            assertThat(silent.isClosedByServer()).isTrue();
        }
        citizen.asking().get("/api/v1/report/messages").then().body("text", equalTo(List.of("sebelum")));
    }

    @Test
    void aPageGoneBackTo_sendsSomethingNew_ifItsWordsAreNew() {
        // Given
        var citizen = Citizen.whoReported();
        String session = session(citizen);
        // When
        for (String text : List.of("satu", "satu", "dua", "dua")) {
            given().redirects()
                    .follow(false)
                    .cookie("sigap-case", session)
                    .formParam("text", text)
                    .formParam("key", "key-of-one-page-0001")
                    .post("/case/messages")
                    .then()
                    .statusCode(303);
        }
        // Then
        citizen.asking().get("/api/v1/report/messages").then().body("text", equalTo(List.of("satu", "dua")));
    }

    @Test
    void anotherSite_canNotOpenTheChatByAReadersCookie() {
        // Given
        String cookie = "sigap-case=" + session(Citizen.whoReported());
        String ours = "http://localhost:" + RestAssured.port;
        // When
        try (var chat = new ChatClient(Map.of("Cookie", cookie, "Origin", ours))) {
            // Then
            chat.send(Map.of("type", "hello")).hears("welcome");
        }
        for (String origin : List.of("https://evil.example", "http://evil.localhost:" + RestAssured.port, "null")) {
            try (var chat = new ChatClient(Map.of("Cookie", cookie, "Origin", origin))) {
                chat.send(Map.of("type", "hello"));
                assertThat(chat.hears("error").getString("code")).isEqualTo("unauthorized");
            }
        }
    }

    @Test
    void aSession_endsWhenItsOwnerLeaves() {
        // Given
        String session = session(Citizen.whoReported());
        // When
        given().redirects()
                .follow(false)
                .cookie("sigap-case", session)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/case/leave")
                .then()
                .statusCode(303);
        // Then
        given().cookie("sigap-case", session).get("/api/v1/report").then().statusCode(401);
    }

    @Test
    void aSession_opensNothingOfAnotherKind() {
        String session = session(Citizen.whoReported());
        given().cookie("sigap-case", session).get("/api/v1/appeal").then().statusCode(401);
    }

    @Test
    void theCookie_isReadByNoScript_andSentByNoOtherSite() {
        Response answer = entered(Citizen.whoReported());
        answer.then()
                .statusCode(303)
                .header("Set-Cookie", containsString("HTTPOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"));
    }

    private static String session(Citizen citizen) {
        return entered(citizen).cookie("sigap-case");
    }

    private static Response entered(Citizen citizen) {
        return given().redirects()
                .follow(false)
                .formParam("receipt", citizen.receipt())
                .post("/case");
    }
}
