package id.sigap.service;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A body that comes drop by drop must not hold a thread: who sends more slowly than {@link BodyConfig} allows is hung up on. Quarkus' own time
 * limit begins anew with each byte. The clock starts once a thread has taken the request up, so nobody is blamed for having had to wait.
 */
class SlowBodies {

    private static final Logger LOG = Logger.getLogger(SlowBodies.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final BodyConfig config;
    private final Vertx vertx;

    SlowBodies(BodyConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    @ServerRequestFilter
    void watch(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            return;
        }
        long begun = System.nanoTime();
        long timer = vertx.setPeriodic(LOOK_EVERY.toMillis(), id -> {
            if (request.isEnded()) {
                vertx.cancelTimer(id);
            } else if (isTooSlow(request.bytesRead(), Duration.ofNanos(System.nanoTime() - begun))) {
                LOG.infof("hung up on a body that came too slowly bytes=%d", request.bytesRead());
                request.connection().close();
            }
        });
        exchange.addEndHandler(_ -> vertx.cancelTimer(timer));
    }

    private boolean isTooSlow(long bytes, Duration sinceBegun) {
        long judged = sinceBegun.minus(config.grace()).toMillis();
        return judged > 0
                && bytes < judged * config.slowest() / Duration.ofSeconds(1).toMillis();
    }
}
