package id.sigap.infrastructure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A folder on a disk of its own, which can run full, turn read-only and lose its power: an ext4 file system in a file beside the folder. Needs
 * Linux and root. What is in the file stays when the volume is closed, and is there again when it is mounted again.
 */
public final class Volume implements AutoCloseable {

    /** Writes wait as long as the kernel lets them: what nobody flushed shall be lost when the power goes. */
    private static final String OPTIONS = "loop,commit=60,noauto_da_alloc,nodev";

    private static final int SMALLEST_MEGABYTES = 8;
    private static final long MEGABYTE = 1L << 20;
    private static final long BLOCK = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final MountPoint point;
    private final Path image;
    private final Path ballast;

    private Volume(Path folder) {
        this.point = new MountPoint(folder);
        this.image = imageOf(folder);
        this.ballast = folder.resolve(".ballast");
    }

    /** Why there can be no volumes here, in words for a person; empty if there can. Found out by trying. */
    public static Optional<String> unavailable() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("volumes need Linux");
        }
        try {
            if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
                return Optional.of("mounting a volume needs root");
            }
            Path folder = Files.createTempDirectory("sigap-volume").resolve("trial");
            try (var trial = mount(folder, SMALLEST_MEGABYTES)) {
                trial.cutPower();
                trial.restorePower();
                return Optional.empty();
            } catch (InfrastructureException e) {
                return Optional.of("no volume can be mounted here: " + e.getMessage());
            } finally {
                Files.deleteIfExists(folder.resolveSibling("trial.img"));
                Files.deleteIfExists(folder);
                Files.deleteIfExists(folder.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Mounts the volume of this folder; the first time it is empty, with the rights of its owner alone.
     *
     * @param folder empty, or not there yet
     * @param sizeMegabytes of the disk, some 5 MB of which the file system takes for itself; that of the first time stays
     * @throws InfrastructureException if it can't be done
     */
    public static Volume mount(Path folder, int sizeMegabytes) {
        var volume = new Volume(folder.toAbsolutePath().normalize());
        try {
            Files.createDirectories(volume.folder());
            volume.requireEmpty();
            if (!Files.exists(volume.image)) {
                volume.format(sizeMegabytes * MEGABYTE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        volume.restorePower();
        return volume;
    }

    private void requireEmpty() throws IOException {
        try (var files = Files.list(folder())) {
            if (files.findAny().isPresent()) {
                throw new InfrastructureException("a volume would hide what is in " + folder());
            }
        }
    }

    private void format(long bytes) throws IOException {
        Path part = image.resolveSibling(image.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (var file = new RandomAccessFile(part.toFile(), "rw")) {
            file.setLength(bytes);
        }
        try {
            // no room kept for root, and nothing left to be done later in the background
            Tool.run(
                    "mkfs.ext4",
                    "-q",
                    "-F",
                    "-m",
                    "0",
                    "-E",
                    "lazy_itable_init=0,lazy_journal_init=0",
                    part.toString());
            Files.move(part, image);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Where it is mounted. */
    public Path folder() {
        return point.folder();
    }

    /** Leaves no room: whoever writes from now on is told that the disk is full. */
    public void fill() {
        try {
            long before = Long.MAX_VALUE;
            for (long room = room(); room >= BLOCK && room < before; room = room()) {
                before = room;
                long size = Files.exists(ballast) ? Files.size(ballast) : 0;
                try {
                    Tool.run("fallocate", "-l", Long.toString(size + room - room % BLOCK), ballast.toString());
                } catch (InfrastructureException _) {
                    // all but the blocks that the file system took to remember where the ballast lies: once more
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are free. */
    public long room() {
        try {
            return Files.getFileStore(folder()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what {@link #fill} put there. */
    public void free() {
        try {
            Files.deleteIfExists(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses every write from now on.
     *
     * @throws InfrastructureException if somebody keeps a file open for writing, as PostgreSQL and Kafka always do
     */
    public void readOnly() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Tool.run("mount", "-o", "remount,ro", folder().toString());
                return;
            } catch (InfrastructureException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    /** Takes writes again. */
    public void writable() {
        Tool.run("mount", "-o", "remount,rw", folder().toString());
    }

    /**
     * The power goes: what wasn't flushed is lost, and who uses the volume gets errors. Those who do must be ended (kill -9) before
     * {@link #restorePower}.
     */
    public void cutPower() {
        PowerSwitch.off(folder());
    }

    /** Mounts what reached the disk; the file system recovers as after any crash. */
    public void restorePower() {
        point.unmount();
        try {
            Tool.run("mount", "-o", OPTIONS, image.toString(), folder().toString());
            Files.deleteIfExists(
                    folder().resolve("lost+found")); // initdb wants an empty folder, Kafka knows no such topic
            Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        point.unmount();
    }

    /** Takes off every volume that is mounted in the folder or below: what a crash left behind. Other mounts are nobody's business here. */
    public static void unmountAll(Path folder) {
        MountPoint.under(folder).stream()
                .filter(point -> Files.exists(imageOf(point.folder())))
                .forEach(MountPoint::unmount);
    }

    private static Path imageOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".img");
    }
}
