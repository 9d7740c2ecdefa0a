package id.sigap.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * What somebody may now, whatever their token still says: {@code POST …/introspect} (RFC 7662), in place of the provider's own, which knows no
 * roles. {@code POST …/roles} with {@code username} and {@code roles}, separated by spaces, changes them; without {@code roles} the token counts.
 * As Keycloak does, it leaves a claim out that has nothing in it.
 */
final class PresentRoles implements Route {

    private static final String INTROSPECT = "/introspect";
    private static final String ROLES = "/roles";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OAuth2TokenProvider tokens;
    private final Map<String, List<String>> present = new ConcurrentHashMap<>();

    PresentRoles(OAuth2TokenProvider tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean match(OAuth2HttpRequest request) {
        String path = request.getUrl().encodedPath();
        return request.getMethod().equals("POST") && (path.endsWith(INTROSPECT) || path.endsWith(ROLES));
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
        Map<String, String> form = request.getFormParameters().getMap();
        if (request.getUrl().encodedPath().endsWith(INTROSPECT)) {
            return json(introspected(request.getUrl().resolve("/" + IdentityProvider.ISSUER), form.get("token")));
        }
        String account = form.get("username");
        if (form.containsKey("roles")) {
            present.put(
                    account,
                    Arrays.stream(form.get("roles").split(" "))
                            .filter(role -> !role.isBlank())
                            .toList());
        } else {
            present.remove(account);
        }
        return json(Map.of());
    }

    private Map<String, Object> introspected(HttpUrl issuer, String token) {
        try {
            JWTClaimsSet claims = tokens.verify(issuer, token);
            var said = new HashMap<>(claims.toJSONObject());
            said.put("active", true);
            String account = claims.getStringClaim("preferred_username");
            if (account != null && present.containsKey(account)) {
                said.put("roles", present.get(account));
            }
            said.values().removeIf(claim -> claim instanceof List<?> list && list.isEmpty());
            return said;
        } catch (Exception _) { // whatever is wrong with it
            return Map.of("active", false);
        }
    }

    private static OAuth2HttpResponse json(Map<String, Object> body) {
        try {
            String text = JSON.writeValueAsString(body);
            return new OAuth2HttpResponse(
                    Headers.of("Content-Type", "application/json"), 200, text, text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims can be written", e);
        }
    }
}
