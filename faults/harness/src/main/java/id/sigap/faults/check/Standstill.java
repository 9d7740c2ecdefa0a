package id.sigap.faults.check;

import id.sigap.local.stack.Stack;
import java.time.Duration;

/** Watches how long nothing of a stack has moved, whether or not it has something left to do. */
public final class Standstill {

    private final Stack stack;
    private Restlessness before;
    private long since = System.nanoTime();

    public Standstill(Stack stack) {
        this.stack = stack;
        this.before = Restlessness.of(stack);
    }

    /** Whether all looks as it has looked for so long, at every look since. */
    public boolean lasts(Duration time) {
        Restlessness now = Restlessness.of(stack);
        if (!now.equals(before)) {
            before = now;
            since = System.nanoTime();
        }
        return System.nanoTime() - since >= time.toNanos();
    }
}
