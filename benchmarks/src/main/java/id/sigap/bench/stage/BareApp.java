package id.sigap.bench.stage;

import id.sigap.infrastructure.Ports;
import id.sigap.infrastructure.Reaper;
import id.sigap.infrastructure.Signal;
import id.sigap.local.StackFailed;
import id.sigap.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Quarkus application of the benchmarks' own, run as the services are. */
public final class BareApp implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final long GRACE_SECONDS = 10;
    private static final int HEAP_MEGABYTES = 512;

    private final Process process;
    private final int port;

    private BareApp(Process process, int port) {
        this.process = process;
        this.port = port;
        Reaper.ofThisProcess().adopt(process.pid(), Signal.TERM);
    }

    /**
     * @param module such as {@code echo}
     * @param instance its name among several of the module
     * @throws StackFailed if it isn't built or doesn't come up
     */
    public static BareApp start(Setup setup, String module, String instance, Map<String, String> settings) {
        Path runner = setup.repository().resolve("benchmarks/" + module + "/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(runner)) {
            throw new StackFailed("not built: " + runner);
        }
        int port = Ports.free();
        Path log = setup.folder().resolve("logs/" + instance + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError"));
        command.addAll(Setup.serverJvm(HEAP_MEGABYTES));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", runner.toString()));
        try {
            Process process = new Launch(instance, command, setup.folder().resolve(instance), Map.of(), log).start();
            BareApp app = new BareApp(process, port);
            app.awaitPort(log);
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + instance, e);
        }
    }

    private void awaitPort(Path log) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isListening()) {
            if (ended(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                close();
                throw new StackFailed("it didn't start; its log: " + log);
            }
        }
    }

    private boolean isListening() {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        if (!ended(GRACE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Reaper.ofThisProcess().release(process.pid());
    }

    private boolean ended(long time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("interrupted", e);
        }
    }
}
