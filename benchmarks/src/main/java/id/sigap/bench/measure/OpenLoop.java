package id.sigap.bench.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * A fixed rate, whatever the answers do. An action is told when it was due: latency counts from there, so that a system that stalls is not
 * excused from the requests it kept from being sent.
 */
public final class OpenLoop {

    private OpenLoop() {}

    /** @param action starts something and returns at once; given the {@link System#nanoTime} at which it was due */
    public static void run(double perSecond, Duration time, LongConsumer action) {
        long began = System.nanoTime();
        long count = Math.round(perSecond * time.toNanos() / 1e9);
        for (long i = 0; i < count; i++) {
            long due = began + Math.round(i * 1e9 / perSecond);
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            action.accept(due);
        }
    }
}
