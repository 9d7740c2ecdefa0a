package id.sigap.notifier.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.testing.SharedInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A valid token with the role operator that names none: logged in by the page, whose form says what the token will. */
final class UnboundToken {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BACK = "http://localhost/back";
    private static final String CLAIMS =
            "{\"preferred_username\":\"nobody\",\"roles\":[\"operator\"],\"aud\":\"sigap\"}";

    private UnboundToken() {}

    static String ofAnOperatorsRole() {
        var login = post(
                "/authorize?response_type=code&client_id=page&scope=openid&state=s&redirect_uri=" + encoded(BACK),
                "username=nobody&claims=" + encoded(CLAIMS));
        var back = login.headers().firstValue("location").orElseThrow();
        var code = back.replaceFirst(".*[?&]code=([^&]+).*", "$1");
        var answer = post(
                "/token",
                "grant_type=authorization_code&client_id=page&client_secret=any&code=" + code + "&redirect_uri="
                        + encoded(BACK));
        try {
            return new ObjectMapper()
                    .readTree(answer.body())
                    .get("access_token")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> post(String path, String form) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(SharedInfrastructure.issuerUrl() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
