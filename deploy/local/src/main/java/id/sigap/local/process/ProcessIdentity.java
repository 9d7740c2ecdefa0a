package id.sigap.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * One process for certain: process numbers are used again, a number together with its start time is not.
 *
 * @param pid the operating system's number
 * @param started when it began, in milliseconds since 1970 as the operating system tells it; 0 if it doesn't
 */
public record ProcessIdentity(long pid, long started) {

    private static final Duration POLL = Duration.ofMillis(20);

    public static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(
                handle.pid(),
                handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** As written by {@link #toString}; empty if the text is not of that form. */
    public static Optional<ProcessIdentity> parse(String text) {
        String[] parts = text == null ? new String[0] : text.split("@", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The process itself, while it lives; a later process with the same number is another one. */
    public Optional<ProcessHandle> live() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> of(handle).started == started)
                .filter(handle -> !isZombie());
    }

    /** Ended: not yet collected by its parent, which Linux still lists (where process 1 collects nobody, for ever), or collected just now. */
    private boolean isZombie() {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
            return text.startsWith("Z", text.lastIndexOf(')') + 2);
        } catch (IOException _) {
            return Files.exists(Path.of("/proc/self")); // collected while we looked; macOS has no such folder
        }
    }

    public boolean isAlive() {
        return live().isPresent();
    }

    /** Asks the process to stop, and ends it if it has not within the grace. Returns when it is gone; does nothing if it already is. */
    public void stop(Duration grace) {
        live().ifPresent(handle -> {
            handle.destroy();
            if (!goneWithin(grace)) {
                handle.destroyForcibly();
                goneWithin(Duration.ofSeconds(5));
            }
        });
    }

    private boolean goneWithin(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos()); // onExit() never completes for another's zombie
        }
        return true;
    }

    @Override
    public String toString() {
        return pid + "@" + started;
    }
}
