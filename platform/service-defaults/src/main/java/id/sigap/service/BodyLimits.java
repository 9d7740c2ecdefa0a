package id.sigap.service;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Only files may be large. The server's own limit knows no types, and its form parser keeps a field in memory until the field ends: a body is
 * counted while it comes, before whatever reads it.
 */
class BodyLimits {

    private final long small;
    private final long server;

    BodyLimits(BodyConfig config, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize server) {
        this.small = config.largest().asLongValue();
        this.server = server.asLongValue();
    }

    /** What the body says of its length; empty if it says nothing. */
    static OptionalLong announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
    }

    long largest(ResourceInfo door) {
        return door.getResourceMethod().isAnnotationPresent(TakesFiles.class) ? server : Math.min(small, server);
    }

    /** @throws Refusal 413, before anything of it is read */
    @ServerRequestFilter
    void limit(ContainerRequestContext request, ResourceInfo door, RoutingContext exchange) {
        if (exchange.request().isEnded()) {
            return;
        }
        long largest = largest(door);
        if (announced(exchange.request()).orElse(0) > largest) {
            throw BodyTooLarge.refusal();
        }
        exchange.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY); // it would answer first, and without a word
        request.setEntityStream(new LimitedBody(request.getEntityStream(), largest));
    }
}
