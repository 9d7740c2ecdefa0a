package id.sigap.infrastructure;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The postmaster as a child process: its files, its command line, its life and death. */
final class PostgresProcess {

    private static final long INITDB_SECONDS = 60;
    private static final long STOP_SECONDS = 20;

    private static final String LOGINS = """
            # type database user address method
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128 trust
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    /** @param environment added to ours */
    PostgresProcess(Path data, int port, Map<String, String> environment) {
        this.data = data;
        this.port = port;
        this.environment = environment;
        this.log = data.resolveSibling(data.getFileName() + ".log");
    }

    /** Returns as soon as it runs; it answers later. */
    void start() throws IOException {
        Files.createDirectories(data);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        awaitEndOfPredecessor();
        Files.writeString(data.resolve("pg_hba.conf"), LOGINS);
        process = run(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c", // its lock file would be one more thing that a crash leaves lying
                "unix_socket_directories=",
                "-c",
                "timezone=UTC",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=64MB",
                "-c", // queues churn: what was crossed off a minute ago must not be stepped over all that time
                "autovacuum_naptime=5s",
                "-c",
                "log_min_messages=warning");
        Reaper.ofThisProcess().adopt(process.pid(), Signal.INT);
    }

    private void initialise() throws IOException {
        var initdb = run("initdb", "-A", "trust", "-U", "postgres", "-D", data.toString(), "-E", "UTF-8");
        if (!ended(initdb, INITDB_SECONDS) || initdb.exitValue() != 0) {
            initdb.destroyForcibly();
            throw new InfrastructureException("cannot make a database folder in " + data + "; the log: " + log);
        }
    }

    private Process run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root; in there it isn't
        }
        command.add(PostgresBinaries.folder().resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** After a crash of its parent the server before this one may still be writing out. */
    private void awaitEndOfPredecessor() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(predecessor ->
                            predecessor.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(predecessor -> predecessor
                            .onExit()
                            .completeOnTimeout(predecessor, STOP_SECONDS, TimeUnit.SECONDS)
                            .join());
        }
    }

    Path log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends the signal and waits for the end; one that doesn't listen is killed. */
    void stop(Signal signal) {
        var tree = new ProcessTree(process.pid());
        if (process.isAlive()) {
            signal.to(process.pid());
            tree.resume(); // a suspended one would never hear it
            if (!ended(process, STOP_SECONDS)) {
                tree.kill();
            }
        }
        Reaper.ofThisProcess().release(process.pid());
    }

    /** With all its sessions: one left over would hold the shared memory and block the next start. */
    void kill() {
        new ProcessTree(process.pid()).kill();
        ended(process, STOP_SECONDS);
        Reaper.ofThisProcess().release(process.pid());
    }

    private static boolean ended(Process process, long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
