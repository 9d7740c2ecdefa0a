package id.sigap.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that is started again whenever it ends by itself or by another's hand, until it is stopped here.
 * <pre>
 * Running ─ends─▶ Waiting (a pause that doubles while it keeps dying young) ─▶ Running
 *    └────────── stop ──────────┴─▶ Stopped
 * </pre>
 */
public final class SupervisedProcess implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** What lived this long and then dies is restarted as if it had never died before. */
    private static final Duration OLD_ENOUGH = Duration.ofSeconds(60);

    /** Told of what happens to the process, on whichever thread noticed. */
    public interface Watcher {

        /** It runs, for the first time or again. */
        void started(Process process);

        /** It ended without having been asked to, and starts again after the pause. */
        void died(int exitCode, Duration pause);
    }

    private final Launch launch;
    private final Duration grace;
    private final Watcher watcher;
    private Process current;
    private long startedAt;
    private Duration pause = FIRST_PAUSE;
    private int restarts;
    private boolean stopped;

    /** @param grace how long the process has to stop in an orderly way before it is killed */
    public SupervisedProcess(Launch launch, Duration grace, Watcher watcher) {
        this.launch = launch;
        this.grace = grace;
        this.watcher = watcher;
    }

    /** @throws IOException if the program can't be started at all */
    public void start() throws IOException {
        startAfter(null);
    }

    /** The watcher is called outside the lock: it may well ask about other processes that are just being started. */
    private void startAfter(Process previous) throws IOException {
        Process process;
        synchronized (this) {
            if (stopped || current != previous) {
                return;
            }
            process = launch.start();
            current = process;
            startedAt = System.nanoTime();
        }
        watcher.started(process);
        process.onExit().thenAccept(this::ended);
    }

    private void ended(Process process) {
        Duration wait;
        synchronized (this) {
            if (stopped || process != current) {
                return;
            }
            restarts++;
            if (System.nanoTime() - startedAt > OLD_ENOUGH.toNanos()) {
                pause = FIRST_PAUSE;
            }
            wait = pause;
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        watcher.died(process.exitValue(), wait);
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> restart(process));
    }

    private void restart(Process ended) {
        try {
            startAfter(ended);
        } catch (IOException _) {
            ended(ended); // no memory or no file handles just now: as if it had died at once
        }
    }

    public String name() {
        return launch.name();
    }

    /** How often it died and was started again. */
    public synchronized int restarts() {
        return restarts;
    }

    /** The process, unless it has just died and waits for its restart. */
    public synchronized Optional<ProcessIdentity> identity() {
        return Optional.ofNullable(current)
                .filter(Process::isAlive)
                .map(process -> ProcessIdentity.of(process.toHandle()));
    }

    /** kill -9: what happens next is the supervision's business. */
    public void kill() {
        Process process;
        synchronized (this) {
            process = current;
        }
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** Asks the process to stop, kills it after the grace, and returns when it is gone for good. */
    @Override
    public void close() {
        Process process;
        synchronized (this) {
            stopped = true;
            process = current;
        }
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
