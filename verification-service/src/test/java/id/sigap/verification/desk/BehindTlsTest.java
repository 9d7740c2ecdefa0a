package id.sigap.verification.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk behind something that ends TLS, as in production: what the browser is sent, and whose word about it is taken. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class BehindTlsTest {

    /** The one that application.properties names for tests. */
    private static final String PROXY = "127.0.0.1";
    /** As much this machine as the other, on Linux. */
    private static final String STRANGER = "127.0.0.2";

    @TestHTTPResource("/")
    URI service;

    @TempDir
    Path folder;

    @Test
    void whoLogsInOverHttps_staysOnHttps_withCookiesThatLeaveItNever() throws Exception {
        try (TlsFront front = new TlsFront(service, InetAddress.getByName(PROXY), folder);
                HttpClient browser =
                        HttpClient.newBuilder().sslContext(front.tls()).build()) {
            String desk = "https://" + front.authority() + "/desk";
            // When
            HttpResponse<String> sent = get(browser, desk, List.of());
            // Then
            String login = location(sent);
            assertThat(login).contains("redirect_uri=" + URLEncoder.encode(desk, StandardCharsets.UTF_8));
            assertThat(cookies(sent)).isNotEmpty().allSatisfy(BehindTlsTest::isGuarded);
            // When
            String back = location(logIn(browser, login));
            HttpResponse<String> welcomed = get(browser, back, cookies(sent));
            // Then
            assertThat(back).startsWith(desk + "?");
            assertThat(location(welcomed)).startsWith("/desk");
            assertThat(welcomed.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(age -> assertThat(age).startsWith("max-age=31536000"));
            assertThat(session(welcomed)).isNotEmpty().allSatisfy(BehindTlsTest::isGuarded);
            assertThat(get(browser, desk, session(welcomed)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aStranger_cantSayWhatTheBrowserAskedFor() throws Exception {
        assumeTrue(isHere(STRANGER), "this machine has one loopback address only");
        try (TlsFront front = new TlsFront(service, InetAddress.getByName(STRANGER), folder);
                HttpClient browser =
                        HttpClient.newBuilder().sslContext(front.tls()).build()) {
            // When
            HttpResponse<String> sent = get(browser, "https://" + front.authority() + "/desk", List.of());
            // Then
            assertThat(location(sent))
                    .contains("redirect_uri="
                            + URLEncoder.encode(service.resolve("/desk").toString(), StandardCharsets.UTF_8));
        }
    }

    private static boolean isHere(String address) {
        try (ServerSocket _ = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void isGuarded(String cookie) {
        assertThat(cookie)
                .containsIgnoringCase("; Secure")
                .containsIgnoringCase("; HttpOnly")
                .containsIgnoringCase("; SameSite=Lax")
                .containsIgnoringCase("; Path=/desk");
    }

    /** The form of the local provider's login page. */
    private static HttpResponse<String> logIn(HttpClient browser, String page) throws Exception {
        String claims = "{\"preferred_username\":\"sari\",\"name\":\"Sari Lestari\",\"roles\":[\"officer\"]}";
        String form = "username=sari&claims=" + URLEncoder.encode(claims, StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(URI.create(page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient browser, String address, List<String> cookies) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.stream()
                            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                            .collect(Collectors.joining("; ")));
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static List<String> cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private static List<String> session(HttpResponse<?> answer) {
        return cookies(answer).stream()
                .filter(cookie -> cookie.startsWith("q_session"))
                .toList();
    }
}
