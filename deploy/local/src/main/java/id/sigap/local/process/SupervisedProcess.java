package id.sigap.local.process;

import id.sigap.infrastructure.ProcessTree;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that is started again whenever it ends by itself or by another's hand, until it is stopped here.
 * <pre>
 * Running ─ends─▶ Waiting (a pause that doubles while it keeps dying young) ─▶ Running
 *    └────────── stop ──────────┴─▶ Stopped ─ start ─▶ Running
 * </pre>
 * Who kills it here does so on purpose: that isn't held against it, the pause after it is the shortest. Nor is what went before it was seen to work.
 */
public final class SupervisedProcess implements AutoCloseable {

    /** The first death may be chance, or somebody's will: nothing is won by waiting. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration SECOND_PAUSE = Duration.ofSeconds(1);
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
    private Process killedHere;
    private long startedAt;
    private int failures;
    private int restarts;
    private boolean wanted;

    /** @param grace how long the process has to stop in an orderly way before it is killed */
    public SupervisedProcess(Launch launch, Duration grace, Watcher watcher) {
        this.launch = launch;
        this.grace = grace;
        this.watcher = watcher;
    }

    /**
     * Runs it: for the first time, after {@link #stop}, or at once instead of after the pause it waits for. A running one is left alone.
     *
     * @throws IOException if the program can't be started at all
     */
    public void start() throws IOException {
        Process previous;
        synchronized (this) {
            wanted = true;
            failures = 0;
            if (current != null && current.isAlive()) {
                return;
            }
            previous = current;
        }
        startAfter(previous);
    }

    /** The watcher is called outside the lock: it may well ask about other processes that are just being started. */
    private void startAfter(Process previous) throws IOException {
        Process process;
        synchronized (this) {
            if (!wanted || current != previous) {
                return;
            }
            process = launch.start();
            current = process;
            startedAt = System.nanoTime();
        }
        tell(() -> watcher.started(process));
        process.onExit().thenAccept(this::ended);
    }

    private void ended(Process process) {
        Duration pause;
        synchronized (this) {
            if (!wanted || process != current) {
                return;
            }
            restarts++;
            if (process == killedHere || System.nanoTime() - startedAt > OLD_ENOUGH.toNanos()) {
                failures = 0;
            }
            pause = pauseAfter(failures);
            failures++;
        }
        tell(() -> watcher.died(process.exitValue(), pause));
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> restart(process));
    }

    /** Whoever watches may have trouble of its own, such as a full disk: the process is looked after all the same. */
    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            System.err.println(name() + ": nobody could be told: " + e.getMessage());
        }
    }

    private static Duration pauseAfter(int failures) {
        if (failures == 0) {
            return FIRST_PAUSE;
        }
        Duration pause = SECOND_PAUSE;
        for (int i = 1; i < failures && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
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

    /** It was seen to do its work: what it died of before is forgotten. */
    public synchronized void hasWorked() {
        failures = 0;
    }

    /** How often in a row it died young by itself, since it last was seen to work. */
    public synchronized int failures() {
        return failures;
    }

    /** Whether it is to run: it does, or waits for its restart. */
    public synchronized boolean isWanted() {
        return wanted;
    }

    /** The process, unless it has just died and waits for its restart, or is stopped. */
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
            killedHere = process;
        }
        kill(process);
    }

    /** kill -9, and it stays down until it is started here again. */
    public void takeDown() {
        Process process;
        synchronized (this) {
            wanted = false;
            process = current;
        }
        kill(process);
    }

    private static void kill(Process process) {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** SIGSTOP, until {@link #resume}; a kill or a stop reaches it all the same. */
    public void suspend() {
        identity().ifPresent(process -> new ProcessTree(process.pid()).suspend());
    }

    public void resume() {
        identity().ifPresent(process -> new ProcessTree(process.pid()).resume());
    }

    /** Asks the process to stop, kills it after the grace, and returns when it is gone; it stays so until it is started here again. */
    public void stop() {
        Process process;
        synchronized (this) {
            wanted = false;
            process = current;
        }
        if (process == null) {
            return;
        }
        process.destroy();
        resume(); // a suspended one would never read the request
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
