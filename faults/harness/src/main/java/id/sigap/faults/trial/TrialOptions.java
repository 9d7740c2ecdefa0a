package id.sigap.faults.trial;

import id.sigap.infrastructure.ShiftableClock;
import id.sigap.infrastructure.Volume;
import id.sigap.local.console.Console;
import id.sigap.local.stack.Clocked;
import id.sigap.local.stack.Disk;
import id.sigap.local.stack.StackOptions;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * @param repository the checkout whose services are tried
 * @param folder where data, logs and the clients' histories go; emptied first
 * @param seed of the load and of the faults
 * @param replicas of each service
 * @param pace how the load comes
 * @param numbersTaken of each operator, counted from its first one: those belong to somebody else who uses the system
 */
public record TrialOptions(Path repository, Path folder, long seed, int replicas, Pace pace, int numbersTaken) {

    /** On a system that nobody else uses. */
    public TrialOptions(Path repository, Path folder, long seed, int replicas, Pace pace) {
        this(repository, folder, seed, replicas, pace, 0);
    }

    public TrialOptions in(Path folder) {
        return new TrialOptions(repository, folder, seed, replicas, pace, numbersTaken);
    }

    public TrialOptions at(Pace pace) {
        return new TrialOptions(repository, folder, seed, replicas, pace, numbersTaken);
    }

    public TrialOptions behind(int numbersTaken) {
        return new TrialOptions(repository, folder, seed, replicas, pace, numbersTaken);
    }

    /** A system of its own that can be broken in every way this machine allows. */
    StackOptions stack(Console console) {
        return StackOptions.forTest(repository, folder, console)
                .replicas(replicas)
                .volumes(Volume.unavailable().isPresent() ? Set.of() : EnumSet.allOf(Disk.class))
                .shiftable(ShiftableClock.unavailable().isPresent() ? Set.of() : EnumSet.allOf(Clocked.class));
    }

    /** Where everybody writes down what they asked for and what came of it. */
    public Path history() {
        return folder.resolve("history");
    }
}
