package id.sigap.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server of its own on the loopback address. Its data folder outlives it. */
public final class PostgresServer implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final Duration STARTUP = Duration.ofSeconds(30);
    private static final long STOP_SECONDS = 10;

    private static final String LOGINS = """
            # type database user address method
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128 trust
            local all postgres trust
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final long pid;

    private PostgresServer(EmbeddedPostgres server, long pid) {
        this.server = server;
        this.pid = pid;
        Reaper.ofThisProcess().adopt(pid, Reaper.Signal.INT);
    }

    /**
     * Starts a server over a data folder, which is made when it isn't there.
     *
     * @param dataDir the server's own folder; the log is {@code <dataDir>.log} beside it
     * @param port to listen on, 0 for a free one
     * @throws InfrastructureException if it doesn't come up
     */
    public static PostgresServer start(Path dataDir, int port) {
        var data = dataDir.toAbsolutePath();
        var log = data.resolveSibling(data.getFileName() + ".log");
        IOException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Files.createDirectories(data.getParent());
                awaitEndOfPredecessor(data);
                var server = launch(data, port, log);
                askForPasswords(server, data);
                return new PostgresServer(server, pidIn(data));
            } catch (IOException e) {
                // after kill -9 the first start may find a stale postmaster.pid or shared memory still held, and clears
                // it
                last = e;
            }
        }
        throw new InfrastructureException("PostgreSQL didn't start over " + data + "; its log: " + log, last);
    }

    private static EmbeddedPostgres launch(Path data, int port, Path log) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                // the library turns these off
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("log_min_messages", "warning");
        return port == 0 ? builder.start() : builder.setPort(port).start();
    }

    /** After a crash of its parent the server before this one may still be writing out. */
    private static void awaitEndOfPredecessor(Path data) throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            ProcessHandle.of(pidIn(data))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(predecessor -> predecessor
                            .onExit()
                            .completeOnTimeout(predecessor, STOP_SECONDS, TimeUnit.SECONDS)
                            .join());
        }
    }

    /** The library trusts everybody on this machine; here that is so for the superuser alone. */
    private static void askForPasswords(EmbeddedPostgres server, Path data) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), LOGINS);
        try (var admin = server.getPostgresDatabase().getConnection();
                var statement = admin.createStatement()) {
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("PostgreSQL doesn't take its new login rules", e);
        }
    }

    private static long pidIn(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }

    /** Makes the database and its roles, or brings passwords and rights of existing ones up to date. */
    public void createService(ServiceDatabase database) {
        ServiceProvisioning.provision(this::connect, database);
    }

    /** A connection of the superuser, for what stands above the services: backups, audits, tests. */
    public Connection connect(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    /** The address for a JDBC driver; user and password apart. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    public int port() {
        return server.getPort();
    }

    /** The postmaster's process id. */
    public long pid() {
        return pid;
    }

    /** Cuts the sessions, writes everything out and ends. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Reaper.ofThisProcess().release(pid);
    }

    /** Ends it like a crash: kill -9, nothing written out. The next start recovers from the log. */
    public void kill() {
        ProcessHandle.of(pid).ifPresent(postmaster -> {
            // the postmaster's children notice and go by themselves, but a child left over blocks the next start
            var sessions = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            sessions.forEach(ProcessHandle::destroyForcibly);
            postmaster.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        });
        // nothing is left to stop, but the library holds a lock on the folder until it is told
        stop();
    }

    @Override
    public void close() {
        stop();
    }
}
