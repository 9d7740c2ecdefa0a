package id.sigap.intake.decoding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder in memory for one run of a program, and gone with it, however it ended: what a stranger's file was turned into lies nowhere. What a
 * killed service left there goes with the next run.
 */
final class ShortLivedFolder implements AutoCloseable {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "sigap.";
    /** Longer than any program may run. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);

    private final Path path;

    ShortLivedFolder() throws IOException {
        sweep();
        path = Files.createTempDirectory(MEMORY, PREFIX);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        delete(path);
    }

    private static void sweep() throws IOException {
        Instant before = Instant.now().minus(LEFT_BEHIND);
        try (Stream<Path> all = Files.list(MEMORY)) {
            all.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .forEach(folder -> deleteIfLeftBefore(before, folder));
        }
    }

    private static void deleteIfLeftBefore(Instant moment, Path folder) {
        try {
            if (Files.getLastModifiedTime(folder).toInstant().isBefore(moment)) {
                delete(folder);
            }
        } catch (IOException _) {
            // another replica was faster, or it is somebody else's
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
