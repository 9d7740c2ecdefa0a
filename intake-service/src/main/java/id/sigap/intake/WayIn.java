package id.sigap.intake;

import id.sigap.service.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Only files may be large, and nothing the vault says is kept on the way. */
class WayIn {

    /** The server's own limit lets evidence through; JSON is held to the house's usual one. In bytes. */
    static final int LARGEST_JSON = 256 * 1024;

    @ServerRequestFilter
    void refuseLargeJson(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE) && request.getLength() > LARGEST_JSON) {
            throw new Refusal(Status.REQUEST_ENTITY_TOO_LARGE, "too-large");
        }
    }

    @ServerResponseFilter
    void keepNothing(ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().putSingle("Referrer-Policy", "no-referrer");
    }
}
