package id.sigap.service;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A body that comes drop by drop, or just not fast enough to ever end, must not hold a thread: who sends more slowly than {@link BodyConfig}
 * allows is hung up on. Quarkus' own time limit begins anew with each byte. The clock starts once a thread has taken the request up, so nobody
 * is blamed for having had to wait.
 */
class SlowBodies {

    private static final Logger LOG = Logger.getLogger(SlowBodies.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final BodyConfig config;
    private final BodyLimits limits;
    private final Vertx vertx;

    SlowBodies(BodyConfig config, BodyLimits limits, Vertx vertx) {
        this.config = config;
        this.limits = limits;
        this.vertx = vertx;
    }

    @ServerRequestFilter
    void watch(RoutingContext exchange, ResourceInfo door) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            return;
        }
        var pace = new BodyPace(config, BodyLimits.announced(request).orElseGet(() -> limits.largest(door)));
        long begun = System.nanoTime();
        long timer = vertx.setPeriodic(LOOK_EVERY.toMillis(), id -> {
            if (request.isEnded()) {
                vertx.cancelTimer(id);
            } else if (pace.isTooSlow(request.bytesRead(), Duration.ofNanos(System.nanoTime() - begun))) {
                LOG.infof("hung up on a body that came too slowly bytes=%d", request.bytesRead());
                request.connection().close();
            }
        });
        exchange.addEndHandler(_ -> vertx.cancelTimer(timer));
    }
}
