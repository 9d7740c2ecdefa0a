package id.sigap.bench.measure;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** So many users, each asking again as soon as it was answered: how much goes through at the most. */
public final class ClosedLoop {

    private final Supplier<Future<?>> action;
    private final Latencies latencies = new Latencies();
    private final AtomicLong done = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch running;
    private final long began = System.nanoTime();
    private final long ends;

    private ClosedLoop(int users, Duration time, Supplier<Future<?>> action) {
        this.action = action;
        this.running = new CountDownLatch(users);
        this.ends = began + time.toNanos();
    }

    /** @throws IllegalStateException if one of the actions failed */
    public static Throughput run(int users, Duration time, Supplier<Future<?>> action) {
        var loop = new ClosedLoop(users, time, action);
        for (int user = 0; user < users; user++) {
            loop.ask();
        }
        return loop.await();
    }

    private void ask() {
        long asked = System.nanoTime();
        if (asked >= ends || failure.get() != null) {
            running.countDown();
            return;
        }
        action.get().onComplete(answer -> {
            if (answer.failed()) {
                failure.compareAndSet(null, answer.cause());
            } else {
                latencies.add(System.nanoTime() - asked);
                done.incrementAndGet();
            }
            ask();
        });
    }

    private Throughput await() {
        try {
            running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("a request failed: " + failure.get().getMessage(), failure.get());
        }
        return new Throughput(done.get(), (System.nanoTime() - began) / 1e9, latencies);
    }
}
