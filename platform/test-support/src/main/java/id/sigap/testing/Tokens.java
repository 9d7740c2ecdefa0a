package id.sigap.testing;

import id.sigap.infrastructure.Account;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Access tokens for REST tests, from the identity provider as any client would get them. */
public final class Tokens {

    private Tokens() {}

    /** The officer Sari's. */
    public static String officer() {
        return of(Account.SARI);
    }

    /** The officer Budi's, where two must agree or compete. */
    public static String secondOfficer() {
        return of(Account.BUDI);
    }

    /** Dewi's, officer and supervisor. */
    public static String supervisor() {
        return of(Account.DEWI);
    }

    /** Wira's. */
    public static String regulator() {
        return of(Account.WIRA);
    }

    /** Oka's, who looks after the machines. */
    public static String ops() {
        return of(Account.OKA);
    }

    /** Of an operator's machine: {@link Account#TELKOMSEL}, {@link Account#INDOSAT}, {@link Account#XLSMART}. */
    public static String operator(Account machine) {
        return of(machine);
    }

    /** Anybody's the provider knows. */
    public static String of(Account account) {
        return account.operator().isPresent()
                ? token("grant_type=client_credentials&client_secret=any&client_id=" + encoded(account.id()))
                : token("grant_type=password&client_id=sigap-test&password=any&username=" + encoded(account.id()));
    }

    /** A valid token that says whatever a test wants: logged in by the provider's page, whose form takes any claims. @param claims as JSON */
    public static String saying(String claims) {
        String back = "http://localhost/back";
        String location = LocalHttp.location(post(
                "/authorize?response_type=code&client_id=page&scope=openid&state=s&redirect_uri=" + encoded(back),
                "username=nobody&claims=" + encoded(claims)));
        String code = location.replaceFirst(".*[?&]code=([^&]+).*", "$1");
        return token("grant_type=authorization_code&client_id=page&client_secret=any&code=" + code + "&redirect_uri="
                + encoded(back));
    }

    /** Takes roles away from an account, or gives them back; tokens that were given before go on saying what they said. */
    public static void rolesNow(Account account, List<String> roles) {
        LocalHttp.json(
                post("/roles", "username=" + encoded(account.id()) + "&roles=" + encoded(String.join(" ", roles))));
    }

    private static String token(String form) {
        return LocalHttp.json(post("/token", form)).get("access_token").asText();
    }

    private static HttpRequest post(String path, String form) {
        return HttpRequest.newBuilder(URI.create(SharedInfrastructure.issuerUrl() + path))
                .timeout(LocalHttp.PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
