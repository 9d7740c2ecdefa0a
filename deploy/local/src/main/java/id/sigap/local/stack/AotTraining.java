package id.sigap.local.stack;

import id.sigap.infrastructure.Reaper;
import id.sigap.infrastructure.Signal;
import id.sigap.local.console.Console;
import id.sigap.local.process.Launch;
import id.sigap.local.service.App;
import id.sigap.local.service.Apps;
import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import id.sigap.local.service.ServiceJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs a service once so that the JVM learns which classes it loads and links, and writes that to a cache that makes later starts several
 * times faster. A failure costs only speed: the service then starts without.
 */
final class AotTraining {

    private static final Duration START_PATIENCE = Duration.ofSeconds(120);
    /** The JVM writes the cache at its end, in a child of its own. */
    private static final Duration END_PATIENCE = Duration.ofSeconds(120);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Stack stack;
    private final StackOptions options;
    private final Apps apps;
    private final Health health;
    private final Console console;

    AotTraining(Stack stack, StackOptions options, Health health) {
        this.stack = stack;
        this.options = options;
        this.apps = options.apps();
        this.health = health;
        this.console = options.console();
    }

    /** Trains the service unless that has been done for this build, or is no use to it. */
    void train(Service service, Path settings) {
        if (!options.of(service).jvm().takesCache()) {
            return;
        }
        apps.missingCache(service).ifPresent(cache -> train(service, settings, cache));
    }

    private void train(Service service, Path settings, Path cache) {
        Replica replica = service.replica(1);
        App app = apps.of(service);
        Path part = cache.resolveSibling(cache.getFileName() + ".part");
        Launch launch = ServiceJvm.train(
                replica,
                app,
                options.of(service).jvm(),
                settings,
                stack.folder().service(replica),
                stack.folder().log(service.id() + ".training"),
                part);
        console.progress("training " + service + " for fast starts (once per build)");
        try {
            if (run(launch, replica) && Files.exists(part)) {
                Files.move(part, cache);
                return;
            }
        } catch (IOException _) {
            // as any other failure: said below
        }
        apps.giveUpCache(service);
        console.progress("no start-up cache for %s: the training run failed (log: %s); it starts without"
                .formatted(service, launch.log()));
    }

    private boolean run(Launch launch, Replica replica) throws IOException {
        Process process = launch.start();
        // not asked to stop: it would write its cache first, in a child that outlives everybody
        Reaper.ofThisProcess().adopt(process.pid(), Signal.KILL);
        try {
            if (!ready(process, replica)) {
                return false;
            }
            exercise(replica);
            process.destroy();
            return process.waitFor(END_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Reaper.ofThisProcess().release(process.pid());
        }
    }

    private boolean ready(Process process, Replica replica) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (process.isAlive()
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            if (health.isReady(stack.management(replica))) {
                return true;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return false;
    }

    /** Reads only: the training run works on a person's own data. */
    private void exercise(Replica replica) {
        health.status(stack.management(replica).resolve("/q/metrics"));
        health.status(stack.api(replica).resolve("/api/v1/nothing-is-here"));
        health.status(stack.api(replica).resolve("/openapi"));
    }
}
