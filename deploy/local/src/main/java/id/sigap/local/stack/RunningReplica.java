package id.sigap.local.stack;

import id.sigap.infrastructure.Reaper;
import id.sigap.infrastructure.Signal;
import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.process.Launch;
import id.sigap.local.process.SupervisedProcess;
import id.sigap.local.service.App;
import id.sigap.local.service.Replica;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One replica of a service of a running stack: its process, watched, restarted and bound to the life of this one. */
final class RunningReplica implements AutoCloseable, SupervisedProcess.Watcher {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Ten services on a busy machine of two cores took two minutes; one that dies is noticed long before this ends. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Dying this often in a row while somebody waits for it, it won't get ready. */
    private static final int HOPELESS = 3;

    private final Replica replica;
    private final App app;
    private final Launch launch;
    private final Console console;
    private final Runnable changed;
    private final SupervisedProcess process;
    private long pid;

    /** @param changed called when the replica's process or its count of restarts is another one */
    RunningReplica(Replica replica, App app, Launch launch, Console console, Runnable changed) {
        this.replica = replica;
        this.app = app;
        this.launch = launch;
        this.console = console;
        this.changed = changed;
        this.process = new SupervisedProcess(launch, GRACE, this);
    }

    /** Runs it, if it doesn't; a pause after a death is cut short. */
    void start() {
        try {
            process.start();
        } catch (IOException e) {
            throw new StackFailed("cannot start " + replica + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void started(Process started) {
        adopt(started.pid());
        changed.run();
    }

    @Override
    public void died(int exitCode, Duration pause) {
        release();
        console.progress("%s ended with exit code %d; starting it again in %.1f s (log: %s)"
                .formatted(replica, exitCode, pause.toMillis() / 1000.0, launch.log()));
        changed.run();
    }

    private synchronized void adopt(long started) {
        release();
        pid = started;
        Reaper.ofThisProcess().adopt(pid, Signal.TERM);
    }

    private synchronized void release() {
        if (pid != 0) {
            Reaper.ofThisProcess().release(pid);
            pid = 0;
        }
    }

    /**
     * Returns when it is ready; says so if that took a while.
     *
     * @param management where it answers how it is
     * @throws StackFailed if it dies again and again, or takes too long
     */
    void awaitReady(Health health, URI management) {
        if (health.isReady(management)) {
            process.hasWorked();
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int failures = process.failures();
        while (!health.isReady(management)) {
            if (process.failures() - failures >= HOPELESS) {
                throw new StackFailed(replica + " dies while it starts; its log: " + launch.log());
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailed("%s is not ready after %d s; its log: %s"
                        .formatted(replica, PATIENCE.toSeconds(), launch.log()));
            }
            LockSupport.parkNanos(POLL.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new StackFailed("interrupted while " + replica + " started");
            }
        }
        process.hasWorked();
        console.progress(replica + " is ready");
    }

    Replica replica() {
        return replica;
    }

    boolean isWanted() {
        return process.isWanted();
    }

    void kill() {
        process.kill();
    }

    /** kill -9; it stays down until it is started again. */
    void takeDown() {
        process.takeDown();
        release();
        changed.run();
    }

    void suspend() {
        process.suspend();
    }

    void resume() {
        process.resume();
    }

    /** In good order; it stays down until it is started again. */
    void stop() {
        process.stop();
        release();
        changed.run();
    }

    StackState.Part part() {
        return new StackState.Part(process.identity(), process.restarts(), app.version());
    }

    @Override
    public void close() {
        process.close();
        release();
    }
}
