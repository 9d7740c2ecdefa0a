package id.sigap.systemtests;

import id.sigap.faults.trial.SystemUnderTest;
import id.sigap.local.console.Console;
import id.sigap.local.demo.Procedure;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.StackFolder;
import id.sigap.local.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The whole systems that tests share: each started when the first test asks, one at a time, for two would only wait for each other. */
final class Wholes implements AutoCloseable {

    static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    private static final Path SYSTEMS = Path.of("target", "systems").toAbsolutePath();

    static {
        new StackFolder(SYSTEMS, SYSTEMS).deleteData();
    }

    private SystemUnderTest single;
    private ShortRound round;
    private LocalStack twofold;
    private boolean used;

    /** One replica of every service, with the demo's policies; it can be broken in every way but by its disks and clocks. */
    synchronized SystemUnderTest single() {
        if (single == null) {
            close();
            single = SystemUnderTest.start(options());
        }
        used = true;
        return single;
    }

    /** What the first users of the shared system went through. They must have been the first: their judge takes what others do for damage. */
    synchronized ShortRound shortRound() {
        if (round == null) {
            if (used) {
                close();
            }
            round = ShortRound.on(single(), folder());
        }
        return round;
    }

    /** Two replicas of every service, as in production. */
    synchronized LocalStack twofold() {
        if (twofold == null) {
            close();
            twofold = LocalStack.start(options().replicas(2));
        }
        return twofold;
    }

    private static StackOptions options() {
        return StackOptions.forTest(REPOSITORY, folder(), Console.standard()).with(new Procedure().settings());
    }

    /** A folder for a system's data and logs, of which those of the last run are kept: {@code target/systems}. */
    static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(SYSTEMS), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever damages a system closes it: the next test that asks is given another. */
    @Override
    public synchronized void close() {
        if (single != null) {
            single.close();
        }
        if (twofold != null) {
            twofold.close();
        }
        single = null;
        round = null;
        twofold = null;
        used = false;
    }
}
