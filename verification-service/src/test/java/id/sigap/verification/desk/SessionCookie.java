package id.sigap.verification.desk;

import io.restassured.RestAssured;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The cookie of somebody who has logged in at the desk, to be shown where a thief would show it. */
public final class SessionCookie {

    private SessionCookie() {}

    /** A new login. @return {@code name=value} */
    public static String of(String account, String role) throws Exception {
        var jar = new CookieManager();
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(jar)
                .followRedirects(Redirect.NEVER)
                .build()) {
            URI desk = URI.create("http://localhost:" + RestAssured.port + "/desk");
            String claims = "{\"preferred_username\":\"%s\",\"roles\":[\"%s\"]}".formatted(account, role);
            String form = "username=" + account + "&claims=" + URLEncoder.encode(claims, StandardCharsets.UTF_8);
            URI login = location(send(browser, HttpRequest.newBuilder(desk)));
            URI back = location(send(
                    browser,
                    HttpRequest.newBuilder(login)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))));
            send(browser, HttpRequest.newBuilder(back));
            HttpCookie session = jar.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("q_session_desk"))
                    .findFirst()
                    .orElseThrow();
            return session.getName() + "=" + session.getValue();
        }
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) throws Exception {
        return browser.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private static URI location(HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }
}
