package id.sigap.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of its own on the loopback address. Its data folder outlives it. */
public final class PostgresServer implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    /** Recovery after a crash included. */
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(50);

    private final int port;
    private final PostgresProcess process;

    private PostgresServer(Path data, int port, Map<String, String> environment) {
        this.port = port;
        this.process = new PostgresProcess(data, port, environment);
    }

    /**
     * Starts a server over a data folder, which is made when it isn't there.
     *
     * @param dataDir the server's own folder; the log is {@code <dataDir>.log} beside it
     * @param port to listen on, 0 for a free one
     * @throws InfrastructureException if it doesn't come up
     */
    public static PostgresServer start(Path dataDir, int port) {
        return start(dataDir, port, Map.of());
    }

    /**
     * The same with environment variables of its own.
     *
     * @param environment added to this process's
     */
    public static PostgresServer start(Path dataDir, int port, Map<String, String> environment) {
        var server = new PostgresServer(dataDir.toAbsolutePath(), Ports.orFree(port), environment);
        server.revive();
        return server;
    }

    /**
     * Starts it again over the same data and on the same port, after it was stopped or killed.
     *
     * @throws InfrastructureException if it doesn't come up
     */
    public void revive() {
        for (int attempt = 1; ; attempt++) {
            try {
                process.start();
                awaitAnswer();
                return;
            } catch (IOException e) {
                // after kill -9 the first start may find shared memory still held
                if (attempt == ATTEMPTS) {
                    throw new InfrastructureException("PostgreSQL didn't start; its log: " + process.log(), e);
                }
            }
        }
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + STARTUP.toNanos();
        while (true) {
            try (var admin = connect("postgres");
                    var statement = admin.createStatement()) {
                statement.execute("SELECT 1");
                return;
            } catch (SQLException e) {
                boolean ended = !process.isAlive();
                if (ended || System.nanoTime() > deadline) {
                    process.kill();
                    throw new IOException(ended ? "it ended" : "it doesn't answer", e);
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    /** Makes the database and its roles, or brings passwords and rights of existing ones up to date. */
    public void createService(ServiceDatabase database) {
        ServiceProvisioning.provision(this::connect, database);
    }

    /** A connection of the superuser, for what stands above the services: backups, audits, tests. */
    public Connection connect(String database) throws SQLException {
        // not by the DriverManager: in a Quarkus test its drivers are another class loader's
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser("postgres");
        return source.getConnection();
    }

    /** The address for a JDBC driver; user and password apart. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** The postmaster's process id. */
    public long pid() {
        return process.pid();
    }

    /** Cuts the sessions, writes everything out and ends. */
    public void stop() {
        process.stop(Signal.INT);
    }

    /** Everybody leaves at once and nothing is written out: what an administrator does in need. */
    public void stopImmediately() {
        process.stop(Signal.QUIT);
    }

    /** Ends it like a crash: kill -9, nothing written out. The next start recovers from the log. */
    public void kill() {
        process.kill();
    }

    /** The postmaster and all its sessions stand still, and answer nobody, until {@link #resume}. */
    public void suspend() {
        new ProcessTree(process.pid()).suspend();
    }

    public void resume() {
        new ProcessTree(process.pid()).resume();
    }

    /**
     * Cuts every client's connection; the server goes on.
     *
     * @return how many there were
     */
    public int cutConnections() throws SQLException {
        try (var admin = connect("postgres");
                var statement = admin.createStatement();
                var cut = statement.executeQuery("""
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()""")) {
            cut.next();
            return cut.getInt(1);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
