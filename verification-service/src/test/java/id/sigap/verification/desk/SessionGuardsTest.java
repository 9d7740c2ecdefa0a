package id.sigap.verification.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.infrastructure.Account;
import id.sigap.testing.Tokens;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.testing.api.RawHttp;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an officer's session opens, for whom, and until when. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class SessionGuardsTest {

    @Inject
    Workplace workplace;

    @Test
    void theCookie_opensTheDesk_andNothingElse() throws Exception {
        // When
        String cookie = SessionCookie.of("sari", "officer");
        // Then
        with(cookie).get("/desk").then().statusCode(200);
        for (String path : List.of("/api/v1/cases", "/desk/../api/v1/cases", "/desk;a=b/../api/v1/cases")) {
            given().urlEncodingEnabled(false)
                    .header("Cookie", cookie)
                    .get(path)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void aCopiedCookie_opensNothing_afterItsOwnerHasLoggedOut() throws Exception {
        // Given
        String cookie = SessionCookie.of("sari", "officer");
        String other = SessionCookie.of("sari", "officer");
        // When
        logOut(cookie);
        // Then
        with(cookie).get("/desk").then().statusCode(302);
        with(other).get("/desk").then().statusCode(200);
    }

    @Test
    void aFormOfASessionThatHasEnded_isKept() throws Exception {
        // Given
        String cookie = SessionCookie.of("sari", "officer");
        String messages = "/desk/cases/" + workplace.first() + "/messages";
        logOut(cookie);
        // When
        var kept = with(cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .body("text=Tolong+kirim+rekamannya")
                .post(messages);
        // Then
        kept.then().statusCode(401);
        assertThat(kept.asString()).contains("Tolong kirim rekamannya");
    }

    @Test
    void anotherSite_logsNobodyOut() throws Exception {
        // Given
        String cookie = SessionCookie.of("sari", "officer");
        // When
        with(cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/desk/logout")
                .then()
                .statusCode(403);
        with(cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .get("/desk/logout")
                .then()
                .statusCode(303);
        // Then
        with(cookie).get("/desk").then().statusCode(200);
    }

    @Test
    void whoLogsOut_leavesNoTokenInAnAddress() throws Exception {
        // Given
        String cookie = SessionCookie.of("sari", "officer");
        // When
        String on = with(cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/desk/logout")
                .header("Refresh");
        // Then
        assertThat(on).contains("post_logout_redirect_uri=").doesNotContain("eyJ", "id_token_hint");
    }

    @Test
    void aNameThatIsNotOurs_comesIntoNoAddress() {
        // When
        var answer = RawHttp.at(RestAssured.port).get("/desk", List.of("Host: evil.example", "Accept: text/html"));
        // Then
        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void whoLogsOutWithoutASession_isTakenToTheFront() {
        given().redirects().follow(false).post("/desk/logout").then().statusCode(303);
    }

    @Test
    void aChat_endsWithTheSession_whichEndsAnywhere() throws Exception {
        // Given
        String cookie = SessionCookie.of("sari", "officer");
        var closed = new CompletableFuture<String>();
        String report = workplace.first().toString();
        WebSocket chat = open(cookie, report, closed);
        chat.sendText("{\"type\":\"hello\",\"after\":0}", true).join();
        assertThat(closed).isNotDone();
        // When
        logOut(cookie);
        // Then
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo("1008 session-ended");
    }

    @Test
    void aScreenOfTheQueue_hearsNothingMore_afterTheSession() throws Exception {
        // Given
        String cookie = SessionCookie.of("sari", "officer");
        try (HttpClient screen = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> changes = screen.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/desk/queue/changes"))
                            .header("Cookie", cookie)
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            CompletableFuture<List<String>> heard =
                    CompletableFuture.supplyAsync(() -> changes.body().toList());
            // When
            logOut(cookie);
            // Then
            assertThat(heard.get(10, TimeUnit.SECONDS)).contains("event:end");
        }
    }

    @Test
    void oneSession_chatsInAFullWindowOfTabs_andNoFurther() throws Exception {
        // Given
        String cookie = SessionCookie.of("sari", "officer");
        String report = workplace.first().toString();
        List<CompletableFuture<String>> chats = new ArrayList<>();
        WebSocket first = null;
        for (int i = 0; i < OpenLines.MOST; i++) {
            chats.add(new CompletableFuture<>());
            WebSocket chat = open(cookie, report, chats.getLast());
            first = first == null ? chat : first;
        }
        // When
        var oneMore = new CompletableFuture<String>();
        open(cookie, report, oneMore);
        // Then
        assertThat(oneMore.get(10, TimeUnit.SECONDS)).isEqualTo("1013 too-many-open");
        assertThat(chats).noneMatch(CompletableFuture::isDone);
        // When
        first.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        chats.getFirst().get(10, TimeUnit.SECONDS);
        // Then
        await().untilAsserted(() -> assertThat(closeOfOneChatOf(cookie, report)).isEqualTo("1008 hello-expected"));
    }

    @Test
    void tabsThatAreOpenedAtOnce_areNoMoreThanOneAfterTheOther() throws Exception {
        // Given
        String cookie = SessionCookie.of("sari", "officer");
        try (HttpClient screens = HttpClient.newHttpClient();
                var atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            // When
            List<Future<HttpResponse<InputStream>>> asked = new ArrayList<>();
            for (int i = 0; i < 2 * OpenLines.MOST; i++) {
                asked.add(atOnce.submit(() -> changes(screens, cookie)));
            }
            var statuses = new ArrayList<Integer>();
            for (var answer : asked) {
                statuses.add(answer.get(20, TimeUnit.SECONDS).statusCode());
            }
            // Then
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(OpenLines.MOST);
            screens.shutdownNow();
        }
    }

    @Test
    void oneSession_watchesTheQueueInAFullWindowOfTabs_andNoFurther() throws Exception {
        // Given
        String cookie = SessionCookie.of("sari", "officer");
        try (HttpClient screens = HttpClient.newHttpClient()) {
            List<HttpResponse<InputStream>> open = new ArrayList<>();
            for (int i = 0; i < OpenLines.MOST; i++) {
                open.add(changes(screens, cookie));
            }
            // When
            var oneMore = changes(screens, cookie);
            var another = changes(screens, SessionCookie.of("sari", "officer"));
            // Then
            assertThat(open).allMatch(stream -> stream.statusCode() == 200);
            assertThat(oneMore.statusCode()).isEqualTo(429);
            assertThat(new String(oneMore.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("too-many-open");
            assertThat(another.statusCode()).isEqualTo(200);
            // When
            open.getFirst().body().close();
            // Then
            await().pollInterval(Duration.ofMillis(100))
                    .until(() -> changes(screens, cookie).statusCode() == 200);
            screens.shutdownNow();
        }
    }

    private static HttpResponse<InputStream> changes(HttpClient screen, String cookie) throws Exception {
        return screen.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/desk/queue/changes"))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String closeOfOneChatOf(String cookie, String report) throws Exception {
        var closed = new CompletableFuture<String>();
        open(cookie, report, closed).sendText("no hello", true).join();
        return closed.get(10, TimeUnit.SECONDS);
    }

    /** OWASP ASVS 8.3.2. */
    @Test
    void aRoleThatWasTakenAway_opensTheDeskNoLonger() throws Exception {
        // Given
        String cookie = SessionCookie.of("budi", "officer");
        with(cookie).get("/desk").then().statusCode(200);
        // When
        Tokens.rolesNow(Account.BUDI, List.of());
        try {
            // Then
            with(cookie).get("/desk").then().statusCode(403);
        } finally {
            Tokens.rolesNow(Account.BUDI, Account.BUDI.roles());
        }
        with(cookie).get("/desk").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "{\"after\":null}", "{\"after\":\"x\"}", "{", ""})
    void aFrameThatIsNoHello_endsTheChat_andIsNoFaultOfOurs(String frame) throws Exception {
        // Given
        var closed = new CompletableFuture<String>();
        WebSocket chat =
                open(SessionCookie.of("sari", "officer"), workplace.first().toString(), closed);
        // When
        chat.sendText(frame, true).join();
        // Then
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo("1008 hello-expected");
    }

    @Test
    void aMessageWithAKeyThatIsNone_arrives() throws Exception {
        // Given
        String cookie = SessionCookie.of("sari", "officer");
        String report = workplace.first().toString();
        RawHttp server = RawHttp.at(RestAssured.port);
        // When
        for (String key : List.of("a%0D%0AX-Injected:1", "%00", "", "x".repeat(5_000))) {
            var answer = server.send(
                    "POST",
                    "/desk/cases/" + report + "/messages",
                    List.of(
                            "Cookie: " + cookie,
                            "Content-Type: application/x-www-form-urlencoded",
                            "Sec-Fetch-Site: same-origin"),
                    ("text=Halo&key=" + key).getBytes());
            // Then
            assertThat(answer.status()).as(key).isEqualTo(303);
        }
    }

    private static void logOut(String cookie) {
        with(cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/desk/logout")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification with(String cookie) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Cookie", cookie)
                .header("Accept", "text/html");
    }

    private static WebSocket open(String cookie, String report, CompletableFuture<String> closed) {
        String authority = "localhost:" + RestAssured.port;
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", "http://" + authority)
                .buildAsync(
                        URI.create("ws://" + authority + "/desk/cases/" + report + "/chat"), new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                                closed.complete(code + " " + reason);
                                return null;
                            }
                        })
                .join();
    }
}
