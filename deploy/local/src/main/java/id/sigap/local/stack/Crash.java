package id.sigap.local.stack;

import id.sigap.infrastructure.Volume;
import id.sigap.local.console.Console;
import id.sigap.local.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What is left of a stack whose supervisor was killed: the reaper ends its processes within seconds; who comes sooner helps or waits. */
public final class Crash {

    private static final Duration GRACE = Duration.ofSeconds(10);
    /** The reaper kills after ten seconds; what it ends was perhaps not yet written down in the state. */
    private static final Duration REAPED = Duration.ofSeconds(15);

    private static final Duration POLL = Duration.ofMillis(100);

    private Crash() {}

    /**
     * Ends what a killed supervisor left behind, waits until its ports are free and takes off its disks; does nothing after an orderly end
     * or beside a stack that runs.
     *
     * @return whether anything was left
     */
    public static boolean cleanUp(StackFolder folder, Console console) {
        Optional<StackState> last = StackState.read(folder.state());
        if (last.filter(StackState::isSupervised).isPresent()) {
            return false;
        }
        boolean left = last.isPresent() && endWhatLives(last.get(), console);
        // after the processes, which keep files open there; a state file isn't always left to tell of a mount
        Volume.unmountAll(folder.root());
        try {
            Files.deleteIfExists(folder.state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return left;
    }

    private static boolean endWhatLives(StackState last, Console console) {
        List<ProcessIdentity> orphans = last.orphans();
        boolean left = !orphans.isEmpty() || !last.ports().taken().isEmpty();
        if (left) {
            console.progress("ending what the last run left behind");
            orphans.parallelStream().forEach(orphan -> orphan.stop(GRACE));
            long deadline = System.nanoTime() + REAPED.toNanos();
            while (!last.ports().taken().isEmpty() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        return left;
    }
}
