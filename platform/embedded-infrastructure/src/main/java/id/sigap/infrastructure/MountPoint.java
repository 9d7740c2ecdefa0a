package id.sigap.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A folder that something is mounted on.
 *
 * @param folder absolute
 */
record MountPoint(Path folder) {

    private static final Path MOUNTS = Path.of("/proc/self/mounts");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    /** Every one in this folder or below, innermost first; none where the system doesn't tell. */
    static List<MountPoint> under(Path folder) {
        if (!Files.exists(MOUNTS)) {
            return List.of();
        }
        try {
            return Files.readAllLines(MOUNTS).stream()
                    .map(line -> Path.of(line.split(" ")[1].replace("\\040", " ")))
                    .filter(point -> point.startsWith(folder.toAbsolutePath().normalize()))
                    .sorted(Comparator.comparing(Path::getNameCount).reversed())
                    .map(MountPoint::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isMounted() {
        return under(folder).stream().anyMatch(point -> point.folder.equals(folder));
    }

    /** Takes off what is mounted; while somebody still has a file open there, waits, and in the end hides it from everybody else. */
    void unmount() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isMounted()) {
            try {
                Tool.run("umount", folder.toString());
            } catch (InfrastructureException _) {
                if (System.nanoTime() > deadline) {
                    Tool.run("umount", "-l", folder.toString());
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }
}
