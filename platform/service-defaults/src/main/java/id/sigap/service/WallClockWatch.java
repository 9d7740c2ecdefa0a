package id.sigap.service;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends the service once its wall clock has been set back, so that whoever keeps it running starts it anew: Kafka's client and Quarkus' scheduler
 * wait by the wall clock, and would stand still until it has caught up. The service isn't stopped but dies, as in any other crash, because an
 * orderly stop waits by the same clock.
 */
@ApplicationScoped
class WallClockWatch {

    /** Half of what a consumer group waits for a member: what a smaller step holds up goes on before anybody misses it. */
    static final Duration TOLERATED = Duration.ofSeconds(5);

    /** EX_TEMPFAIL of sysexits.h: it is worth trying again. */
    static final int EXIT_CODE = 75;

    private static final Logger LOG = Logger.getLogger(WallClockWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("wall-clock-watch").daemon().factory());

    private final SetBack wall = new SetBack(Clock.systemUTC(), System::nanoTime);

    /**
     * Begins before there is any client. Not from what the virtual machine says of its own beginning: it counts its uptime from before it is
     * made and its start from when it is, and on a busy machine seconds lie between the two.
     */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    void start(@Observes StartupEvent event) {
        timer.scheduleAtFixedRate(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        var by = wall.sinceLastLook();
        if (by.compareTo(TOLERATED) > 0) {
            LOG.fatalf("the wall clock was set back by %s: this service ends, to be started anew", by);
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }
}
