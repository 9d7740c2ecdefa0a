package id.sigap.intake.recording;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work that is done once for all who ask for it while it is done; whoever asks later has it done anew. */
final class SingleFlight<K, V> {

    private final ConcurrentMap<K, FutureTask<V>> underWay = new ConcurrentHashMap<>();

    /** By the thread that came first. What that throws, all get. */
    V of(K key, Supplier<V> work) {
        var mine = new FutureTask<>(work::get);
        FutureTask<V> first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            return awaited(first);
        }
        try {
            mine.run();
            return awaited(mine);
        } finally {
            underWay.remove(key, mine);
        }
    }

    private static <V> V awaited(FutureTask<V> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
