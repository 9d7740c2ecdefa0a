package id.sigap.faults.trial;

import id.sigap.faults.agent.Sabotage;
import id.sigap.faults.check.Invariant;
import id.sigap.faults.fault.Fault;
import id.sigap.faults.fault.Faults;
import id.sigap.local.console.Console;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A system with one of its guards taken away: a judge who finds nothing wrong with it is no judge. */
public final class SabotageTrial {

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
            case NO_OPERATOR_CHECK -> List.of(); // there is always somebody who tries
        };
    }

    /** At least one of these must be seen to be broken. */
    private static Set<Invariant> telling(Sabotage sabotage) {
        return switch (sabotage) {
            case INBOX_OFF -> EnumSet.of(Invariant.A, Invariant.D, Invariant.G, Invariant.I, Invariant.J);
            case OFFSET_EARLY, POINTER_EARLY -> EnumSet.of(Invariant.A, Invariant.G, Invariant.I);
            case BREACH_WITHOUT_GUARD -> EnumSet.of(Invariant.E);
            case NO_OPERATOR_CHECK -> EnumSet.of(Invariant.F);
        };
    }

    /** @return whether the checker noticed */
    public boolean isCaught(Sabotage sabotage) {
        console.heading("sabotage %s: %s".formatted(sabotage.id(), sabotage.wrong()));
        try (Trial trial = new Trial(options, console, Optional.of(sabotage))) {
            RoundResult result = trial.round(1, occasion(sabotage), new Deck(List.of(), options.seed()));
            Set<Invariant> broken = result.verdict().broken();
            boolean caught = broken.stream().anyMatch(telling(sabotage)::contains);
            result.verdict().findings().forEach((invariant, findings) -> findings.stream()
                    .limit(2)
                    .forEach(finding -> console.line("  " + finding)));
            if (caught) {
                console.good("caught: " + broken);
            } else {
                console.bad("NOT caught: expected one of %s, broken: %s".formatted(telling(sabotage), broken));
            }
            return caught;
        }
    }

    private static List<Fault> faults(String... names) {
        return Arrays.stream(names)
                .map(name -> Faults.named(name).orElseThrow())
                .toList();
    }
}
