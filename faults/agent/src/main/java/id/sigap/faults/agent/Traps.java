package id.sigap.faults.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where the harness sets traps and processes fall into them: a folder, and a file for each trap. A file {@code relay-after-ack} waits for any
 * service, {@code relay-after-ack@ticket-service} for that one. The first process to reach the point renames the file to
 * {@code <name>.taken-by-<service>-<pid>} and is dead: of two replicas exactly one. A file {@value #SABOTAGE} names what is wrong with every
 * process that starts while it lies there.
 *
 * @param folder shared by all services of a system; not across machines
 */
public record Traps(Path folder) {

    /** The profile in which a service takes the agent; in any other the agent ends the process. */
    public static final String PROFILE = "faults";

    private static final String TAKEN = ".taken-by-";
    private static final String SABOTAGE = "sabotage";
    private static final Duration POLL = Duration.ofMillis(10);

    /** Who fell into a trap. */
    public record Taken(String service, long pid) {

        /** It falls a moment before it dies. */
        boolean isDead() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
        }
    }

    /** Makes the folder if it isn't there. */
    public Traps {
        folder = folder.toAbsolutePath();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next process that reaches the point dies there, whichever service's it is. Who died there before is forgotten. */
    public void arm(FailPoint point) {
        set(point, point.id());
    }

    /** As {@link #arm(FailPoint)}, for one service. */
    public void arm(FailPoint point, String service) {
        if (!point.services().contains(service)) {
            throw new IllegalArgumentException(service + " never comes to " + point + ", only " + point.services());
        }
        set(point, point.id() + "@" + service);
    }

    /** Takes the point's traps away, all of them. */
    public void disarm(FailPoint point) {
        delete(file -> isTrap(file, point));
    }

    /** Takes every trap away. */
    public void disarm() {
        for (FailPoint point : FailPoint.values()) {
            disarm(point);
        }
    }

    /** Takes a guard away from every process that starts from now on; who runs already keeps it. */
    public void sabotage(Sabotage what) {
        write(SABOTAGE, what.id());
    }

    /** Who starts from now on has all its guards, unless its orders say otherwise. */
    public void endSabotage() {
        delete(SABOTAGE::equals);
    }

    /** What is wrong with a process that starts now. */
    public Optional<Sabotage> sabotage() {
        Path file = folder.resolve(SABOTAGE);
        try {
            return Files.exists(file) ? Optional.of(Sabotage.named(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a process has fallen into a trap at this point since one was last set there. */
    public boolean taken(FailPoint point) {
        return takenBy(point).isPresent();
    }

    /** Which process has fallen into a trap at this point since one was last set there. */
    public Optional<Taken> takenBy(FailPoint point) {
        return names().filter(name -> isTaken(name, point))
                .map(name -> name.substring(name.indexOf(TAKEN) + TAKEN.length()))
                .map(Traps::taken)
                .findFirst();
    }

    /** Waits until a process has fallen into a trap at this point, and is dead. @return false if none is within the time */
    public boolean awaitTaken(FailPoint point, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (takenBy(point).filter(Taken::isDead).isEmpty()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /** What the agent writes down in a process: each class it cut, each trap the process fell into. */
    public Path log(String service, long pid) {
        return folder.resolve("agent-" + service + "-" + pid + ".log");
    }

    /**
     * What a service's JVM is started with.
     *
     * @param agentJar see {@link #agentJar()}
     */
    public static List<String> jvmFlags(Path agentJar, Path traps, Optional<Sabotage> sabotage) {
        return List.of(
                "-Dquarkus.profile=" + PROFILE,
                "-javaagent:" + agentJar + "=" + new Orders(traps.toAbsolutePath(), sabotage));
    }

    /**
     * The jar this class came from or, when it came from Maven's {@code target/classes}, the one built beside it.
     *
     * @throws IllegalStateException if that was not built
     */
    public static Path agentJar() {
        Path origin = origin();
        Path jar = Files.isDirectory(origin) ? origin.resolveSibling("fault-agent.jar") : origin;
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: ./mvnw -pl faults/agent -am -DskipTests package");
        }
        return jar;
    }

    private static Path origin() {
        try {
            return Path.of(Traps.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void set(FailPoint point, String name) {
        delete(file -> isTaken(file, point));
        write(name, "");
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTrap(String file, FailPoint point) {
        return file.equals(point.id()) || file.startsWith(point.id() + "@") && !file.contains(TAKEN);
    }

    private static boolean isTaken(String file, FailPoint point) {
        return file.startsWith(point.id() + TAKEN) || file.startsWith(point.id() + "@") && file.contains(TAKEN);
    }

    private static Taken taken(String who) {
        int dash = who.lastIndexOf('-');
        return new Taken(who.substring(0, dash), Long.parseLong(who.substring(dash + 1)));
    }

    private void delete(Predicate<String> which) {
        names().filter(which).forEach(name -> {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Stream<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
