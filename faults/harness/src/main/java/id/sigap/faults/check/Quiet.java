package id.sigap.faults.check;

import id.sigap.local.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Waits until a healed system has nothing left to do. */
public final class Quiet {

    private static final Duration POLL = Duration.ofMillis(500);
    /** So long nothing may happen: longer than any worker sleeps. */
    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    private Quiet() {}

    /**
     * Returns as soon as everything said is published and handled, everything to be delivered is delivered or given up, everything due is
     * judged, and no journal has grown for a moment.
     *
     * @return what is still restless when the time is over: findings of {@link Invariant#I}; none if it became quiet
     */
    public static List<Finding> await(Stack stack, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        long quietSince = System.nanoTime();
        Restlessness before = Restlessness.of(stack);
        while (true) {
            LockSupport.parkNanos(POLL.toNanos());
            Restlessness now = Restlessness.of(stack);
            if (!now.isQuiet() || now.entries() != before.entries()) {
                quietSince = System.nanoTime();
            }
            if (System.nanoTime() - quietSince >= A_MOMENT.toNanos()) {
                return List.of();
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return now.findings();
            }
            before = now;
        }
    }
}
