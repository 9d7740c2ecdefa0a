package id.sigap.intake;

import id.sigap.service.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Only files may be large. */
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
}
