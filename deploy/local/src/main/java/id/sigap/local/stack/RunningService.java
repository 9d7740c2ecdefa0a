package id.sigap.local.stack;

import id.sigap.infrastructure.Reaper;
import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.process.Launch;
import id.sigap.local.process.SupervisedProcess;
import id.sigap.local.service.App;
import id.sigap.local.service.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One service of a running stack: its process, watched, restarted and bound to the life of this one. */
final class RunningService implements AutoCloseable, SupervisedProcess.Watcher {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Dying this often before it was ever ready, it won't get ready. */
    private static final int HOPELESS = 3;

    private final Service service;
    private final App app;
    private final Launch launch;
    private final Console console;
    private final Runnable changed;
    private final SupervisedProcess process;
    private volatile long pid;

    /** @param changed called when the service's process or its count of restarts is another one */
    RunningService(Service service, App app, Launch launch, Console console, Runnable changed) {
        this.service = service;
        this.app = app;
        this.launch = launch;
        this.console = console;
        this.changed = changed;
        this.process = new SupervisedProcess(launch, GRACE, this);
    }

    void start() {
        try {
            process.start();
        } catch (IOException e) {
            throw new StackFailed("cannot start " + service + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void started(Process started) {
        pid = started.pid();
        Reaper.ofThisProcess().adopt(pid, Reaper.Signal.TERM);
        changed.run();
    }

    @Override
    public void died(int exitCode, Duration pause) {
        Reaper.ofThisProcess().release(pid);
        console.progress("%s ended with exit code %d; starting it again in %.1f s (log: %s)"
                .formatted(service, exitCode, pause.toMillis() / 1000.0, launch.log()));
        changed.run();
    }

    /** @throws StackFailed if it dies again and again, or takes too long */
    void awaitReady(Health health, Stack stack) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!health.isReady(stack.management(service))) {
            if (process.restarts() >= HOPELESS) {
                throw new StackFailed(service + " dies while it starts; its log: " + launch.log());
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailed("%s is not ready after %d s; its log: %s"
                        .formatted(service, PATIENCE.toSeconds(), launch.log()));
            }
            LockSupport.parkNanos(POLL.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new StackFailed("interrupted while " + service + " started");
            }
        }
        console.progress(service + " is ready");
    }

    void kill() {
        process.kill();
    }

    StackState.Part part() {
        return new StackState.Part(process.identity(), process.restarts(), app.version());
    }

    @Override
    public void close() {
        process.close();
        if (pid != 0) {
            Reaper.ofThisProcess().release(pid);
        }
    }
}
