package id.sigap.local.stack;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.process.Launch;
import id.sigap.local.service.App;
import id.sigap.local.service.Jvm;
import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The processes of a stack's services: every service as often as the options say. */
final class Replicas implements AutoCloseable {

    /** Training is mostly compiling and waiting; more at once than cores only thrashes. */
    private static final int TRAINED_AT_ONCE = 2;

    private final StackOptions options;
    private final Stack stack;
    private final Clocks clocks;
    private final Console console;
    private final Runnable changed;
    private final Health health = new Health();
    private final Map<Replica, RunningReplica> running = new LinkedHashMap<>();
    private boolean closed;

    /** @param changed called when a process or a count of restarts is another one */
    Replicas(StackOptions options, Stack stack, Clocks clocks, Runnable changed) {
        this.options = options;
        this.stack = stack;
        this.clocks = clocks;
        this.console = options.console();
        this.changed = changed;
    }

    /** Returns when all are ready. */
    void launch() {
        Map<Replica, Path> settings = new LinkedHashMap<>();
        for (Service service : options.services()) {
            Map<String, String> overrides = options.of(service).settings();
            for (Replica replica : stack.replicas(service)) {
                settings.put(replica, ServiceSettings.write(stack, replica, overrides));
            }
        }
        AotTraining training = new AotTraining(stack, options, health);
        inParallel(
                TRAINED_AT_ONCE,
                options.services(),
                service -> training.train(service, settings.get(service.replica(1))));
        settings.forEach((replica, file) -> add(replica, file).start());
        awaitAllReady();
    }

    private synchronized RunningReplica add(Replica replica, Path settings) {
        if (closed) {
            throw new StackFailed("stopped while it started");
        }
        App app = options.apps().of(replica.service());
        Jvm jvm = options.of(replica.service()).jvm().with(clocks.environmentOf(Clocked.SERVICES));
        Launch launch =
                options.apps().launch(replica, jvm, settings, stack.folder().service(replica), stack.log(replica));
        RunningReplica process = new RunningReplica(replica, app, launch, console, changed);
        running.put(replica, process);
        return process;
    }

    /** @throws IllegalArgumentException if this stack has no such replica */
    synchronized RunningReplica of(Replica replica) {
        RunningReplica process = running.get(replica);
        if (process == null) {
            throw new IllegalArgumentException("this stack runs no " + replica + "; it runs " + running.keySet());
        }
        return process;
    }

    private synchronized List<RunningReplica> all() {
        return List.copyOf(running.values());
    }

    boolean isWanted(Replica replica) {
        return of(replica).isWanted();
    }

    void awaitReady(Replica replica) {
        of(replica).awaitReady(health, stack.management(replica));
    }

    /** Those that were stopped stay so and aren't waited for. */
    void awaitAllReady() {
        List<RunningReplica> wanted =
                all().stream().filter(RunningReplica::isWanted).toList();
        inParallel(wanted.size(), wanted, process -> process.awaitReady(health, stack.management(process.replica())));
    }

    Map<String, StackState.Part> parts() {
        Map<String, StackState.Part> parts = new LinkedHashMap<>();
        all().forEach(process -> parts.put(process.replica().id(), process.part()));
        return parts;
    }

    private static <T> void inParallel(int atOnce, Collection<T> all, Consumer<T> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, atOnce), Thread.ofVirtual().factory())) {
            CompletableFuture.allOf(all.stream()
                            .map(one -> CompletableFuture.runAsync(() -> work.accept(one), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        List<RunningReplica> processes = all();
        inParallel(processes.size(), processes, RunningReplica::close);
        health.close();
    }
}
