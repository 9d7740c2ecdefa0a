package id.sigap.systemtests;

import id.sigap.faults.check.Checker;
import id.sigap.faults.check.Expectations;
import id.sigap.faults.check.Verdict;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.SnapshotReader;
import id.sigap.faults.fault.Fault;
import id.sigap.faults.fault.Faults;
import id.sigap.faults.history.History;
import id.sigap.faults.trial.Pace;
import id.sigap.faults.trial.SystemUnderTest;
import id.sigap.faults.trial.TrialOptions;
import id.sigap.faults.trial.Trials;
import id.sigap.local.console.Console;
import id.sigap.local.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The minute of faults that every build goes through; {@code ./sigap faults} has the hours.
 *
 * @param broken the promises that were broken, and the faults that could not be injected or healed
 * @param history what everybody asked for and was answered
 * @param seen the system as it was left
 */
record ShortRound(List<String> broken, History history, Snapshot seen) {

    /** Whose first fifteen passages have one of every story, four in all an early appeal, and whose late one comes first and alone. */
    private static final long SEED = 903_689;

    private static final List<Fault> FAULTS = Stream.of(
                    // of the first three services: what lies behind them is reached last, and late on a slow machine
                    "dies-commit-before-reply@intake-service",
                    "dies-mail-taken@intake-service",
                    "dies-relay-after-ack@verification-service",
                    "dies-commit-before-offset@ticket-service",
                    "broker-kill",
                    "database-kill",
                    "duplicates",
                    "poison")
            .map(name -> Faults.named(name).orElseThrow())
            .toList();

    static ShortRound on(SystemUnderTest system, Path folder) {
        var options = new TrialOptions(Wholes.REPOSITORY, folder, SEED, 1, Pace.SHORT);
        List<String> broken = new Trials(options, Console.standard()).runAtOnce(system, FAULTS);
        return new ShortRound(
                broken,
                History.read(options.history()),
                SnapshotReader.read(system.stack().description()));
    }

    /** What the checker says of the system as it was left. */
    Verdict verdict() {
        return Checker.judge(history, seen, Expectations.strict());
    }

    /** What the checker says of the system now, to whom nobody else's doings are known. */
    Verdict verdictOn(Stack now) {
        return Checker.judge(history, now, Expectations.strict());
    }
}
