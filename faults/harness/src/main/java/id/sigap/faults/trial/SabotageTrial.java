package id.sigap.faults.trial;

import id.sigap.faults.agent.Sabotage;
import id.sigap.faults.check.Finding;
import id.sigap.faults.check.Standstill;
import id.sigap.faults.check.Telltales;
import id.sigap.faults.fault.Fault;
import id.sigap.faults.fault.Faults;
import id.sigap.local.console.Console;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A system with one of its guards taken away: a judge who finds nothing wrong with it is no judge. Nobody expects such a system to heal: the trial
 * ends as soon as the judge is certain.
 */
public final class SabotageTrial {

    /** Longer than a group waits for a member that died: what has not moved for so long has come to its end. */
    private static final Duration STANDSTILL = Duration.ofSeconds(15);

    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final int SHOWN = 4;

    private final TrialOptions options;
    private final Console console;

    public SabotageTrial(TrialOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** What brings the damage about. */
    private static List<Fault> occasion(Sabotage sabotage) {
        return switch (sabotage) {
            case INBOX_OFF -> faults("duplicates");
            case OFFSET_EARLY -> faults("kill-verification", "kill-ticket");
            case POINTER_EARLY -> faults("broker-kill-then-all");
            case BREACH_WITHOUT_GUARD -> faults("late-confirmations");
            // there is always somebody who tries
            case NO_OPERATOR_CHECK -> List.of();
            // and somebody who appeals early, is turned down, or declines
            case LATE_BLOCK_FORGOTTEN, DECISION_UNTOLD, DECLINE_UNHEARD, WITHDRAWAL_UNHEARD -> List.of();
        };
    }

    /** Tries a system of its own, which never had the guard. @return whether the checker noticed */
    public boolean isCaught(Sabotage sabotage) {
        try (var system = SystemUnderTest.start(options.stack(console), SystemUnderTest.everywhere(sabotage));
                Trial trial = new Trial(system, options, console)) {
            return isCaught(sabotage, trial, Set.of());
        }
    }

    /** Takes the guard away from a running system that others have used, and gives it back. @return whether the checker noticed what it lacked */
    public boolean isCaughtIn(SystemUnderTest system, Sabotage sabotage) {
        try (Trial trial = new Trial(system, options, console)) {
            Set<Finding> before = Telltales.in(trial.judge(), sabotage);
            system.sabotage(sabotage);
            return isCaught(sabotage, trial, before);
        } finally {
            system.mend(sabotage);
        }
    }

    /** @param before what the judge had to say when the guard was there */
    private boolean isCaught(Sabotage sabotage, Trial trial, Set<Finding> before) {
        console.heading("sabotage %s: %s".formatted(sabotage.id(), sabotage.wrong()));
        Set<Finding> found;
        try (ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor()) {
            aside.submit(() -> trial.use(occasion(sabotage), new Deck(List.of(), options.seed())));
            found = findings(sabotage, trial, before);
            trial.endLoad();
        }
        found.stream().limit(SHOWN).forEach(finding -> console.line("  " + finding));
        if (found.isEmpty()) {
            console.bad("NOT caught: expected one of " + Telltales.of(sabotage));
        } else {
            console.good("caught");
        }
        return !found.isEmpty();
    }

    /** Judges as it goes, until something is certain or all patience is gone. */
    private Set<Finding> findings(Sabotage sabotage, Trial trial, Set<Finding> before) {
        Duration patience =
                options.pace().load().plus(options.pace().patience()).plus(STANDSTILL);
        long deadline = System.nanoTime() + patience.toNanos();
        Standstill standstill = trial.standstill();
        Set<Finding> seen = Set.of();
        while (System.nanoTime() < deadline) {
            LockSupport.parkNanos(GLANCE.toNanos());
            boolean rests = standstill.lasts(STANDSTILL);
            if (rests || Telltales.showAtWork(sabotage)) {
                Set<Finding> now = telling(sabotage, trial, before);
                Set<Finding> certain = new LinkedHashSet<>(now);
                if (!rests) {
                    certain.retainAll(
                            seen); // a busy system is read in parts that don't quite fit: what is true is seen twice
                }
                if (!certain.isEmpty()) {
                    return certain;
                }
                seen = now;
            }
        }
        return telling(sabotage, trial, before);
    }

    private static Set<Finding> telling(Sabotage sabotage, Trial trial, Set<Finding> before) {
        Set<Finding> telling = Telltales.in(trial.judge(), sabotage);
        telling.removeAll(before);
        return telling;
    }

    private static List<Fault> faults(String... names) {
        return Arrays.stream(names)
                .map(name -> Faults.named(name).orElseThrow())
                .toList();
    }
}
