package id.sigap.service;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;

/**
 * Whoever is answered before all of their body was read, refused or sent elsewhere, is listened to for a moment more: a browser in the middle
 * of sending would see a broken connection instead of its answer. Then they are hung up on. No thread waits for it, and nothing is kept of it.
 */
@ApplicationScoped
class UnreadBodies {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    /** They may become a socket; what else they bring, Vert.x passes over. */
    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Vertx vertx;

    UnreadBodies(Vertx vertx) {
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EveryAnswer.FIRST);
    }

    private void watch(RoutingContext exchange) {
        if (!BODILESS.contains(exchange.request().method())) {
            Context connection = vertx.getOrCreateContext();
            exchange.addEndHandler(_ -> connection.runOnContext(_ -> passOver(exchange.request())));
        }
        exchange.next();
    }

    private void passOver(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(MOMENT.toMillis(), _ -> request.connection().close());
        request.handler(_ -> {});
        request.exceptionHandler(_ -> vertx.cancelTimer(timer));
        request.endHandler(_ -> vertx.cancelTimer(timer));
        request.resume();
    }
}
