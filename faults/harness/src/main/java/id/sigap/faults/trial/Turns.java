package id.sigap.faults.trial;

import id.sigap.faults.fault.Target;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Faults of a round that lay hands on the same come one after the other. */
final class Turns {

    private final Map<Target, Semaphore> free = new EnumMap<>(Target.class);

    Turns() {
        for (Target target : Target.values()) {
            free.put(target, new Semaphore(1, true));
        }
    }

    /** A fault's turn, until it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until nobody else has hands on any of them. */
    Turn at(Set<Target> targets) throws InterruptedException {
        // all in one order: nobody waits for who waits for them
        List<Semaphore> wanted = targets.stream().sorted().map(free::get).toList();
        for (Semaphore target : wanted) {
            target.acquire();
        }
        return () -> wanted.forEach(Semaphore::release);
    }
}
