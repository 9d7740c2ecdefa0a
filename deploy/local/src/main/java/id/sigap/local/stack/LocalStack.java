package id.sigap.local.stack;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.process.ProcessIdentity;
import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A whole Sigap, run and watched by this process: what dies is started again; when this process ends, in whatever way, everything ends.
 * <pre>
 * try (var stack = LocalStack.start(StackOptions.forTest(repository, folder, console).replicas(2))) {
 *     stack.description().api(INTAKE) …
 *     stack.kill(TICKET.replica(2));
 * }
 * </pre>
 */
public final class LocalStack implements AutoCloseable {

    private final StackOptions options;
    private final Stack stack;
    private final StackLock lock;
    private final Console console;
    private final Clocks clocks;
    private final Replicas replicas;
    private Infrastructure infrastructure;
    private StackState.Phase phase = StackState.Phase.STARTING;
    private boolean closed;

    private LocalStack(StackOptions options, StackLock lock) {
        this.options = options;
        this.lock = lock;
        this.console = options.console();
        this.stack = new Stack(
                options.folder(), options.ports(), Secrets.in(options.folder().secrets()));
        this.clocks =
                new Clocks(options.folder().clocks(), options.infrastructure().clocks());
        this.replicas = new Replicas(options, stack, clocks, this::publish);
    }

    /**
     * Starts everything and returns when every service is ready.
     *
     * @throws StackFailed if another stack runs in the folder, a port is taken or a part doesn't come up; then nothing is left running
     */
    public static LocalStack start(StackOptions options) {
        LocalStack stack = prepare(options);
        stack.launch();
        return stack;
    }

    /** As {@link #start}, in two steps: whoever must be able to close it while it starts takes hold of it first. */
    public static LocalStack prepare(StackOptions options) {
        StackLock lock;
        try {
            lock = StackLock.take(options.folder().lock())
                    .orElseThrow(() -> new StackFailed(
                            "a stack is already running in " + options.folder().root()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Crash.cleanUp(options.folder(), options.console());
            requireFreePorts(options.ports());
            return new LocalStack(options, lock);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** @throws StackFailed if a part doesn't come up; then nothing is left running */
    public void launch() {
        try {
            publish();
            infrastructure = Infrastructure.start(stack, options.infrastructure(), clocks, console);
            replicas.launch();
            phase = StackState.Phase.READY;
            publish();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where everything is and how to get in. */
    public Stack description() {
        return stack;
    }

    /** The parts below the services, for who wants to stop or break one. */
    public Infrastructure infrastructure() {
        return infrastructure;
    }

    /** kill -9 of a service's first replica. */
    public void kill(Service service) {
        kill(service.replica(1));
    }

    /** kill -9; the replica is started again after a tenth of a second, however often this is done to it. */
    public void kill(Replica replica) {
        replicas.of(replica).kill();
    }

    /** kill -9, and the replica stays down until it is started again. */
    public void takeDown(Replica replica) {
        replicas.of(replica).takeDown();
    }

    /** SIGSTOP: the replica keeps its connections, locks and partitions, and does nothing. */
    public void suspend(Replica replica) {
        replicas.of(replica).suspend();
    }

    /** SIGCONT: a suspended replica goes on, not knowing that time has passed. */
    public void resume(Replica replica) {
        replicas.of(replica).resume();
    }

    /** Stops the replica in good order and leaves it down. */
    public void stop(Replica replica) {
        replicas.of(replica).stop();
    }

    /** Starts a replica that was stopped, and at once one that died and would wait for its restart; a running one is left alone. */
    public void start(Replica replica) {
        replicas.of(replica).start();
    }

    /**
     * The vault's disk loses its power, and with it every replica of the intake that runs; both come back. Evidence that was not flushed is
     * gone. Needs {@link Disk#EVIDENCE}.
     */
    public void powerCutEvidence() {
        List<Replica> users = stack.replicas(Service.INTAKE).stream()
                .filter(replicas::isWanted)
                .toList();
        infrastructure.disk(Disk.EVIDENCE).cutPower();
        users.forEach(this::takeDown);
        infrastructure.disk(Disk.EVIDENCE).restorePower();
        users.forEach(this::start);
    }

    /** Sets every service's wall clock wrong by this much, within a second; zero sets it right. Needs {@link Clocked#SERVICES}. */
    public void shiftServiceClocks(Duration by) {
        clocks.shift(Clocked.SERVICES, by);
    }

    /** How often the service's first replica died and was started again. */
    public int restarts(Service service) {
        return restarts(service.replica(1));
    }

    public int restarts(Replica replica) {
        return replicas.of(replica).part().restarts();
    }

    /** Waits until the service's first replica answers that it is ready. */
    public void awaitReady(Service service) {
        awaitReady(service.replica(1));
    }

    public void awaitReady(Replica replica) {
        replicas.awaitReady(replica);
    }

    /** Waits until every replica that isn't stopped is ready. */
    public void awaitAllReady() {
        replicas.awaitAllReady();
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void publish() {
        if (closed) {
            return;
        }
        Map<String, StackState.Part> parts = replicas.parts();
        if (infrastructure != null) {
            parts.put("postgres", infrastructurePart(infrastructure.postgres().pid()));
            parts.put("kafka", infrastructurePart(infrastructure.kafka().pid()));
        }
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
        new StackState(self, phase, options.ports(), options.folder().data(), options.profile(), parts)
                .write(options.folder().state());
    }

    private static StackState.Part infrastructurePart(long pid) {
        return new StackState.Part(ProcessHandle.of(pid).map(ProcessIdentity::of), 0, "");
    }

    /** @throws StackFailed naming every port that is taken and how to choose others */
    public static void requireFreePorts(PortPlan ports) {
        Map<String, Integer> taken = ports.taken();
        if (!taken.isEmpty()) {
            throw new StackFailed("these ports are taken by other programs:\n"
                    + taken.entrySet().stream()
                            .map(port -> "  %5d  wanted for %s".formatted(port.getValue(), port.getKey()))
                            .collect(Collectors.joining("\n"))
                    + "\nStop those programs, or choose another range: ./sigap up --port-base "
                    + (ports.base() + PortPlan.WIDTH));
        }
    }

    /** Stops everything: first who uses, then what is used. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        replicas.close();
        if (infrastructure != null) {
            infrastructure.close();
        }
        clocks.close();
        try {
            Files.deleteIfExists(options.folder().state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release(lock);
        }
    }

    private static void release(StackLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
