package id.sigap.local.stack;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.process.ProcessIdentity;
import id.sigap.local.service.App;
import id.sigap.local.service.Service;
import id.sigap.local.service.ServiceJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A whole Sigap, run and watched by this process: what dies is started again; when this process ends, in whatever way, everything ends.
 * <pre>
 * try (var stack = LocalStack.start(StackOptions.forTest(repository, folder, console).with(SLA, "…", "…"))) {
 *     stack.description().api(INTAKE) …
 *     stack.kill(TICKET);
 * }
 * </pre>
 */
public final class LocalStack implements AutoCloseable {

    /** Training is mostly compiling and waiting; more at once than cores only thrashes. */
    private static final int TRAINED_AT_ONCE = 2;

    private final StackOptions options;
    private final Stack stack;
    private final StackLock lock;
    private final Console console;
    private final Map<Service, RunningService> services = new EnumMap<>(Service.class);
    private final Health health = new Health();
    private Infrastructure infrastructure;
    private StackState.Phase phase = StackState.Phase.STARTING;
    private boolean closed;

    private LocalStack(StackOptions options, StackLock lock) {
        this.options = options;
        this.lock = lock;
        this.console = options.console();
        this.stack = new Stack(
                options.folder(), options.ports(), Secrets.in(options.folder().secrets()));
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
            infrastructure = Infrastructure.start(stack, console);
            Map<Service, Path> settings = new EnumMap<>(Service.class);
            for (Service service : options.services()) {
                Map<String, String> overrides = options.settings().getOrDefault(service, Map.of());
                settings.put(service, ServiceSettings.write(stack, service, overrides));
            }
            AotTraining training = new AotTraining(stack, options.apps(), health, console);
            inParallel(TRAINED_AT_ONCE, service -> training.train(service, settings.get(service)));
            inParallel(
                    services(settings).size(), service -> services.get(service).awaitReady(health, stack));
            phase = StackState.Phase.READY;
            publish();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts the services' processes. */
    private Map<Service, RunningService> services(Map<Service, Path> settings) {
        settings.forEach((service, file) -> {
            App app = options.apps().of(service);
            RunningService running = new RunningService(
                    service,
                    app,
                    ServiceJvm.run(
                            service,
                            app,
                            file,
                            stack.folder().service(service),
                            stack.folder().log(service.id())),
                    console,
                    this::publish);
            synchronized (this) {
                if (closed) {
                    throw new StackFailed("stopped while it started");
                }
                services.put(service, running);
            }
            running.start();
        });
        return services;
    }

    private void inParallel(int atOnce, Consumer<Service> work) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<CompletableFuture<Void>> all = options.services().stream()
                    .map(service -> CompletableFuture.runAsync(() -> work.accept(service), threads))
                    .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
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

    /** kill -9 of a service; it is started again after a moment. */
    public void kill(Service service) {
        services.get(service).kill();
    }

    /** How often the service died and was started again. */
    public int restarts(Service service) {
        return services.get(service).part().restarts();
    }

    /** Waits until the service answers that it is ready. */
    public void awaitReady(Service service) {
        services.get(service).awaitReady(health, stack);
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void publish() {
        if (closed) {
            return;
        }
        Map<String, StackState.Part> parts = new LinkedHashMap<>();
        services.forEach((service, running) -> parts.put(service.id(), running.part()));
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
        List<RunningService> running;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running = List.copyOf(services.values());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(service -> threads.submit(service::close));
        }
        health.close();
        if (infrastructure != null) {
            infrastructure.close();
        }
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
