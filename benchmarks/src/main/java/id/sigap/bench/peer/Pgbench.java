package id.sigap.bench.peer;

import id.sigap.bench.measure.Latencies;
import id.sigap.bench.measure.Throughput;
import id.sigap.local.StackFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark, running statements of ours. */
public final class Pgbench {

    private static final Pattern SPEED = Pattern.compile("tps = ([0-9.]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String HOW_TO_GET_IT =
            "pgbench is missing, and the limit comes from it: ./sigap tools --install gets Debian's postgresql-contrib; elsewhere it comes"
                    + " with PostgreSQL. It is looked for on PATH and in " + DEBIAN + "/*/bin";

    private final Path program;
    private final int port;
    private final String database;
    private final Path script;

    /**
     * @param script its statements, a resource of this package
     * @throws StackFailed if there is no pgbench on this machine, with how to get it
     */
    public Pgbench(int port, String database, String script, Path folder) {
        this.program = find().orElseThrow(() -> new StackFailed(HOW_TO_GET_IT));
        this.port = port;
        this.database = database;
        this.script = folder.resolve(script);
        try (InputStream text = Pgbench.class.getResourceAsStream(script)) {
            Files.createDirectories(folder);
            Files.copy(text, this.script, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why it can't be run here; empty if it can. */
    public static Optional<String> unavailable() {
        return find().isPresent() ? Optional.empty() : Optional.of(HOW_TO_GET_IT);
    }

    /** The first on PATH, else the newest of Debian's. */
    private static Optional<Path> find() {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(path, debian()).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions
                    .sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin/pgbench"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One round; its latencies come from the log of every transaction. */
    public Throughput run(int connections, int seconds) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared"));
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "postgres"));
        command.addAll(List.of("-c", Integer.toString(connections), "-j", "2", "-T", Integer.toString(seconds)));
        command.addAll(List.of("-D", "n=" + System.currentTimeMillis()));
        command.addAll(List.of("-l", "-f", script.toString(), database));
        String said = Program.run(script.getParent(), command);
        var speed = SPEED.matcher(said);
        if (!speed.find()) {
            throw new StackFailed("pgbench says nothing of its speed: " + said);
        }
        Latencies latencies = latencies();
        return new Throughput(latencies.count(), latencies.count() / Double.parseDouble(speed.group(1)), latencies);
    }

    /** The third word of each line of the logs, in microseconds. */
    private Latencies latencies() {
        Latencies latencies = new Latencies();
        try (Stream<Path> files = Files.list(script.getParent())) {
            for (Path log : files.filter(file -> file.getFileName().toString().startsWith("pgbench_log."))
                    .toList()) {
                try (Stream<String> lines = Files.lines(log)) {
                    lines.forEach(line -> latencies.add(Long.parseLong(line.split(" ")[2]) * 1000));
                }
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return latencies;
    }
}
