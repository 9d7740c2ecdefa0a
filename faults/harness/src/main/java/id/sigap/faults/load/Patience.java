package id.sigap.faults.load;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Trying again every so often, until it works or everybody goes home. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final CountDownLatch over = new CountDownLatch(1);

    /** @throws GaveUp when it is over before the attempt has come to something */
    <T> T until(String what, Supplier<Optional<T>> attempt) {
        while (true) {
            Optional<T> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
            pause(what, PAUSE);
        }
    }

    /** @throws GaveUp when it is over before */
    void pause(String what, Duration time) {
        try {
            if (over.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new GaveUp(what);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new GaveUp(what);
        }
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    void end() {
        over.countDown();
    }
}
