package id.sigap.intake.decoding;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a program with a stranger's file in its hands. It reads one pipe and writes another; nothing of ours is in its environment; its memory,
 * its processor time, what it writes and our patience are limited, and only so many run at once. A program that needs files instead of pipes
 * gets files without a name, in memory: they exist as long as somebody holds them open (decision 0027).
 */
@ApplicationScoped
public class Sandbox {

    /** Limits that every POSIX shell knows; {@code -f} counts blocks of 512 bytes. */
    private static final String LIMITS =
            "ulimit -v \"$1\" 2>/dev/null; ulimit -t \"$2\"; ulimit -c 0; ulimit -f \"$3\"; shift 3; ";

    private static final int BLOCK = 512;
    private static final int KILOBYTE = 1024;
    /** Beyond it an exit status is a signal's. */
    private static final int SIGNALLED = 128;

    private final long memory;
    private final Duration patience;
    private final Semaphore places;

    Sandbox(DecodingConfig config) {
        this.memory = config.memory();
        this.patience = config.timeout();
        this.places = new Semaphore(config.atOnce(), true);
    }

    /**
     * What is run.
     *
     * @param script of the shell; the command is its {@code "$@"}
     * @param files how much it may write to files, in bytes
     */
    record Job(String script, List<String> command, Duration timeout, long files) {

        /** The shell becomes the program, which may write no file at all. */
        static Job piped(List<String> command, Duration timeout) {
            return new Job("exec \"$@\"", command, timeout, 0);
        }
    }

    /** Writes what the program reads. */
    @FunctionalInterface
    interface Feed {
        void into(OutputStream in) throws IOException;
    }

    /** Reads what the program writes. */
    @FunctionalInterface
    public interface Outcome<T> {
        T of(InputStream out) throws IOException;
    }

    /** Others are being decoded, and go on being. */
    public static final class Busy extends IOException {
        Busy() {
            super("too many others are being decoded");
        }
    }

    /** Where one program runs; whoever waits for it has opened nothing of the file yet. */
    final class Place implements AutoCloseable {

        private Place() {}

        /**
         * @throws Undecodable if the program says that it can't
         * @throws IOException if it was ended by one of its limits, or can't be run
         */
        <T> T run(Job job, Feed feed, Outcome<T> outcome) throws IOException {
            Process process = start(job);
            Thread feeder = Thread.startVirtualThread(() -> feed(process, feed));
            Thread guard = Thread.startVirtualThread(() -> endInTime(process, job.timeout()));
            try (InputStream out = process.getInputStream()) {
                T found = outcome.of(out);
                settle(process);
                return found;
            } finally {
                end(process);
                guard.interrupt();
                letGo(feeder);
            }
        }

        @Override
        public void close() {
            places.release();
        }
    }

    /** Waits for its turn. @throws Busy if no place became free */
    Place take() throws Busy {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Place();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new Busy();
    }

    private Process start(Job job) throws IOException {
        Stream<String> limited = Stream.of(
                "/usr/bin/nice", // who reports or decides goes first
                "-n",
                "10",
                "/bin/sh",
                "-c",
                LIMITS + job.script(),
                "sandbox",
                Long.toString(memory / KILOBYTE),
                Long.toString(job.timeout().toSeconds() + 1),
                Long.toString(job.files() / BLOCK));
        var builder = new ProcessBuilder(
                        Stream.concat(limited, job.command().stream()).toList())
                .directory(Path.of("/").toFile())
                .redirectError(Redirect.DISCARD);
        builder.environment().clear(); // none of our secrets
        return builder.start();
    }

    private static void feed(Process process, Feed feed) {
        try (OutputStream in = process.getOutputStream()) {
            feed.into(in);
        } catch (IOException _) {
            // it has read enough, or ended: its exit says which
        }
    }

    /** What it reads from is closed next. */
    private static void letGo(Thread feeder) {
        try {
            feeder.join(Duration.ofSeconds(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void endInTime(Process process, Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // it has ended
        }
    }

    /** With what it started: a shell that is killed leaves its programs running. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** What it wrote came to an end: because all was said, or because it is none, or because a limit was reached. */
    private static void settle(Process process) throws IOException {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                throw new IOException("a program in the sandbox doesn't end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (process.exitValue() > SIGNALLED) {
            throw new IOException("a program in the sandbox was stopped by a limit");
        }
        if (process.exitValue() != 0) {
            throw new Undecodable();
        }
    }
}
