package id.sigap.notifier.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after a failed attempt: twice as long each time, up to a longest pause, and off by up to a half either way, so that what
 * failed together doesn't come back together.
 *
 * @param random from 0 to 1
 */
record Backoff(Duration first, Duration longest, DoubleSupplier random) {

    private static final int ENOUGH_DOUBLINGS = 30;

    /** @param attempt which failed, from 1 */
    Duration after(int attempt) {
        long doubled = first.toMillis() << Math.clamp(attempt - 1L, 0, ENOUGH_DOUBLINGS);
        long pause = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        return Duration.ofMillis((long) (pause * (0.5 + random.getAsDouble())));
    }
}
