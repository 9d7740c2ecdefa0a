package id.sigap.web;

import id.sigap.service.Refusal;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Another site can't use a reader's cookies to change anything here (CSRF). Every browser says where a request comes from
 * ({@code Sec-Fetch-Site}; older ones {@code Origin}); what is no browser has no cookies that aren't its own. No token in a form that could
 * expire while somebody writes.
 */
public class SameOrigin {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OURS = Set.of("same-origin", "none");

    /** @throws Refusal 403 */
    @ServerRequestFilter
    void refuseOtherSites(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || request.getHeaderString(HttpHeaders.COOKIE) == null) {
            return;
        }
        String from = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        boolean ours = from != null
                ? OURS.contains(from)
                : origin == null
                        || isOf(origin, request.getUriInfo().getRequestUri().getAuthority());
        if (!ours) {
            throw new Refusal(403, "other-site");
        }
    }

    /**
     * Whether what a browser says of where a request comes from is this very server.
     *
     * @param origin the header of that name; null without one
     * @param authority host and port that the request went to
     */
    public static boolean isOf(String origin, String authority) {
        try {
            return URI.create(origin).getAuthority().equalsIgnoreCase(authority);
        } catch (IllegalArgumentException | NullPointerException _) {
            return false; // "null", or nothing that is an origin
        }
    }
}
