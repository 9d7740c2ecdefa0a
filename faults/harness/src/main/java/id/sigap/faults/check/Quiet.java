package id.sigap.faults.check;

import id.sigap.local.stack.Stack;
import java.time.Duration;
import java.util.List;

/** Waits until a healed system has nothing left to do. */
public final class Quiet {

    private Quiet() {}

    /**
     * Returns as soon as nothing moves any more.
     *
     * @return what is still restless when the time is over: findings of {@link Invariant#I}; none if it became quiet
     */
    public static List<Finding> await(Stack stack, Duration atMost) {
        throw new UnsupportedOperationException("soon");
    }
}
