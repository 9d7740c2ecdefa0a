package id.sigap.reliable;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Handles a batch in one transaction. A batch that fails is split in halves until the record at fault stands alone; that one is set
 * aside. When the surroundings are at fault (database down) the batch waits and is tried again: nothing is skipped.
 */
@ApplicationScoped
class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    /** A record alone gets as many tries: a race with another replica looks like a broken constraint once. */
    private static final int TRIES = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** The service stops. */
    boolean areOver() {
        return stopping.getCount() == 0;
    }

    <R> void handle(List<R> records, Consumer<List<R>> inTransaction, BiConsumer<R, RuntimeException> setAside) {
        if (records.isEmpty()) {
            return;
        }
        try {
            persistently(() -> inTransaction.accept(records), records.size() == 1 ? TRIES : 1);
        } catch (Interrupted e) {
            throw e;
        } catch (RuntimeException e) {
            if (stopping.getCount() == 0) {
                // half of the service is closed already: no wonder, and not the record's fault
                throw new Interrupted();
            }
            if (records.size() > 1) {
                int half = records.size() / 2;
                handle(records.subList(0, half), inTransaction, setAside);
                handle(records.subList(half, records.size()), inTransaction, setAside);
            } else {
                persistently(() -> setAside.accept(records.getFirst(), e), TRIES);
            }
        }
    }

    private void persistently(Runnable work, int tries) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; ) {
            try {
                inOneTransaction(work);
                return;
            } catch (RuntimeException e) {
                if (Fault.passes(e)) {
                    LOG.warnf("waiting to try again: %s", e.getMessage());
                    await(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                } else if (attempt++ >= tries) {
                    throw e;
                }
            }
        }
    }

    private static void inOneTransaction(Runnable work) {
        ManagedContext context = Arc.container().requestContext();
        boolean mine = !context.isActive();
        if (mine) {
            context.activate();
        }
        try {
            QuarkusTransaction.requiringNew().run(work);
        } finally {
            if (mine) {
                context.terminate();
            }
        }
    }

    private void await(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Interrupted();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** The service stops; the batch was not handled and will come again. */
    static final class Interrupted extends RuntimeException {}
}
