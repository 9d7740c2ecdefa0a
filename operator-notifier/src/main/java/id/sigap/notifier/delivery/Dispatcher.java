package id.sigap.notifier.delivery;

import id.sigap.events.confirmation.DeliveryChannel;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lets each lane run as long as something is due in it: one run for each operator and channel, so that one that is slow or down is waited
 * for by nobody else. Woken after a commit; looks by itself for retries and for what another replica left behind.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final ClaimedParcels parcels;
    private final Attempt attempt;
    private final Map<DeliveryChannel, Courier> couriers;
    private final DeliveryConfig config;
    private final Set<Lane> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean stopped;
    private Thread thread;

    Dispatcher(ClaimedParcels parcels, Attempt attempt, @All List<Courier> couriers, DeliveryConfig config) {
        this.parcels = parcels;
        this.attempt = attempt;
        this.couriers = couriers.stream().collect(Collectors.toMap(Courier::channel, Function.identity()));
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("dispatcher").start(this::run);
    }

    /** Stops before the connection pool and the producer do. What is under way is finished, or taken up again after its lease. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopped = true;
        wake();
        if (thread != null) {
            thread.join(FAREWELL);
        }
        workers.shutdown();
        if (!workers.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            workers.shutdownNow();
        }
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deliveries.Queued something) {
        wake();
    }

    private void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                parcels.lanes().stream().filter(running::add).forEach(lane -> workers.submit(() -> run(lane)));
            } catch (RuntimeException e) {
                LOG.warnf("cannot look for deliveries that are due: %s", e.getMessage());
            }
            pause();
        }
    }

    private void run(Lane lane) {
        Courier courier = couriers.get(lane.channel());
        boolean broughtSome = false;
        try {
            List<Parcel> taken = parcels.take(lane, courier.atOnce());
            while (!taken.isEmpty() && !stopped) {
                broughtSome = true;
                attempt.bringAll(courier, taken, workers);
                taken = parcels.take(lane, courier.atOnce());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "lane stops until the next round operator=%s channel=%s: %s",
                    lane.operator(), lane.channel(), e.getMessage());
        } finally {
            running.remove(lane);
            if (broughtSome) {
                // what was queued between the last look and the line above found the lane still running
                wake();
            }
        }
    }

    private void pause() {
        try {
            if (wakeUp.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException _) {
            stopped = true;
        }
    }
}
