package id.sigap.service;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;

/**
 * What every answer says, whoever gives it: a resource, the router, a file, a redirect or a refusal. Kept by nobody unless it says otherwise,
 * told to no other site, never taken for another type than it names, and over TLS a promise to stay there (ASVS 3.4.1, 3.4.4, 14.3.2). Where it leads on to this very
 * service it names no host: that would be the one the request came with, which anybody writes.
 */
@ApplicationScoped
class EveryAnswer {

    /** Before whatever may end an exchange: the login, the limit of a body. */
    static final int FIRST = 10_000;

    private static final String STAY_ON_TLS = "max-age=" + Duration.ofDays(365).toSeconds() + "; includeSubDomains";

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    private void guard(RoutingContext exchange) {
        exchange.addHeadersEndHandler(_ -> say(exchange));
        exchange.next();
    }

    private static void say(RoutingContext exchange) {
        MultiMap headers = exchange.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (!headers.contains("Referrer-Policy")) {
            // not "no-referrer": older browsers would then not say where a form of ours comes from either
            headers.set("Referrer-Policy", "same-origin");
        }
        if (exchange.request().isSSL()) {
            headers.set("Strict-Transport-Security", STAY_ON_TLS);
        }
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, withoutOurHost(location, exchange.request()));
        }
    }

    private static String withoutOurHost(String location, HttpServerRequest request) {
        String ours = request.scheme() + "://" + request.authority();
        return location.startsWith(ours + "/") ? location.substring(ours.length()) : location;
    }
}
