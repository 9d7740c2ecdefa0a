package id.sigap.web;

import id.sigap.service.ReadableRequests;
import id.sigap.service.Refusal;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Another site can't change anything here in a reader's name (CSRF), neither with their cookies nor by a form without any, which would log them
 * in as somebody else or report from their address. Every browser says where a request comes from ({@code Sec-Fetch-Site}; older ones
 * {@code Origin}); what is no browser says neither. No token in a form that could expire while somebody writes. What no form can send, such as
 * JSON, no other site can either: the browser asks first, and is told no.
 */
public class SameOrigin {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** What a page of another site can send without asking. */
    private static final Set<MediaType> FORMS = Set.of(
            MediaType.APPLICATION_FORM_URLENCODED_TYPE,
            MediaType.MULTIPART_FORM_DATA_TYPE,
            MediaType.TEXT_PLAIN_TYPE,
            ReadableRequests.UNREADABLE_TYPE); // a page's script can leave the type out

    private static final Set<String> OURS = Set.of("same-origin", "none");

    /** @throws Refusal 403 */
    @ServerRequestFilter
    void refuseOtherSites(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || !isForm(request) && !hasCookies(request)) {
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

    private static boolean hasCookies(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.COOKIE) != null;
    }

    private static boolean isForm(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return type == null || FORMS.stream().anyMatch(type::isCompatible);
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
