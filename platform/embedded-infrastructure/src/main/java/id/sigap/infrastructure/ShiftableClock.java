package id.sigap.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A wall clock that can be set wrong while those who look at it run; everybody else's stays right, and so does the clock that measures how
 * long things take. It is libfaketime that stands between a process and the system.
 */
public final class ShiftableClock implements AutoCloseable {

    private static final List<Path> LIBRARIES =
            List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));
    private static final String ONE_THREAD = "libfaketime.so.1";
    private static final String MANY_THREADS = "libfaketimeMT.so.1";

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final Pattern LEFT_OVER = Pattern.compile("(?:sem\\.faketime_sem|faketime_shm)_(\\d+)");

    private final Path file;
    private final Instant began = Instant.now();

    private ShiftableClock(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Why no clock can be shifted here, in words for a person; empty if it can. */
    public static Optional<String> unavailable() {
        return library(MANY_THREADS).isPresent() && library(ONE_THREAD).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "shifting a clock needs libfaketime on Linux: ./sigap tools --install gets Debian's package faketime");
    }

    /**
     * A clock that is right, for now.
     *
     * @param file where it keeps by how much it is wrong
     * @throws InfrastructureException if there is no libfaketime
     */
    public static ShiftableClock in(Path file) {
        unavailable().ifPresent(reason -> {
            throw new InfrastructureException(reason);
        });
        var clock = new ShiftableClock(file);
        clock.shift(Duration.ZERO);
        return clock;
    }

    /** From now on it is wrong by this much: ahead, or behind where it is negative. Zero sets it right. */
    public void shift(Duration by) {
        var seconds = new BigDecimal(by.toNanos()).movePointLeft(9).toPlainString();
        try {
            Files.createDirectories(file.getParent());
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, by.isNegative() ? seconds : "+" + seconds);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE); // nobody reads half a number
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process of one thread, such as PostgreSQL's, needs in its environment to go by this clock. It sees a shift at once. */
    public Map<String, String> environmentOfOneThread() {
        return environment(ONE_THREAD, "FAKETIME_NO_CACHE");
    }

    /** What a process of many threads, such as a JVM, needs in its environment to go by this clock. It sees a shift within a second. */
    public Map<String, String> environmentOfManyThreads() {
        return environment(
                MANY_THREADS, "FAKETIME_CACHE_DURATION"); // in seconds; it asks the time far too often to read a file
    }

    /** @param reading which of libfaketime's rules of reading the file is set to 1 */
    private Map<String, String> environment(String library, String reading) {
        return Map.of(
                "LD_PRELOAD",
                library(library).orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                reading,
                "1",
                // a JVM whose monotonic clock jumps hangs
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // on in Debian's build: with it every timed wait takes many times as long, and a service's start 80 s
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "NO_FAKE_STAT",
                "1");
    }

    /** Removes what libfaketime leaves in shared memory of every process that was killed; who goes by this clock must have ended. */
    @Override
    public void close() {
        try (var files = Files.list(SHARED_MEMORY)) {
            for (Path left : files.filter(this::isLeftOver).toList()) {
                Files.deleteIfExists(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a process that is dead and not older than this clock: others' stay. */
    private boolean isLeftOver(Path shared) {
        var name = LEFT_OVER.matcher(shared.getFileName().toString());
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                && shared.toFile().lastModified() >= began.toEpochMilli();
    }

    private static Optional<Path> library(String name) {
        return LIBRARIES.stream()
                .flatMap(folder -> Stream.concat(Stream.of(folder), subfolders(folder)))
                .map(folder -> folder.resolve("faketime").resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    /** Debian has a folder for each architecture. */
    private static Stream<Path> subfolders(Path folder) {
        try (var folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).toList().stream();
        } catch (IOException _) {
            return Stream.of();
        }
    }
}
