package id.sigap.faults.trial;

import id.sigap.faults.check.Invariant;
import id.sigap.faults.fault.Fault;
import id.sigap.faults.fault.Site;
import id.sigap.local.console.Console;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A number of rounds by one seed, and the table that sums them up. */
public final class Trials {

    private static final int SHOWN = 20;

    private final TrialOptions options;
    private final Console console;

    public Trials(TrialOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /**
     * Runs the rounds on a system of its own, and stops after the first that fails.
     *
     * @return whether every invariant held in all of them; false, too, if nothing of what was wanted can be injected here
     */
    public boolean run(List<Fault> wanted, int rounds) {
        console.heading("seed %d, %d rounds, %d replica(s) of each service"
                .formatted(options.seed(), rounds, options.replicas()));
        List<RoundResult> results = new ArrayList<>();
        try (var system = SystemUnderTest.start(options.stack(console));
                Trial trial = new Trial(system, options, console)) {
            Map<Fault, String> skipped = skipped(wanted, trial.site());
            if (skipped.size() == wanted.size()) {
                console.bad("nothing was tried");
                return false;
            }
            Deck deck = new Deck(
                    wanted.stream().filter(fault -> !skipped.containsKey(fault)).toList(), options.seed());
            for (int number = 1; number <= rounds; number++) {
                List<Fault> faults = deck.deal(options.pace().faults());
                console.progress("round %d of %d: %s".formatted(number, rounds, names(faults)));
                RoundResult result = trial.round(number, faults, deck);
                results.add(result);
                print(result);
                if (!result.passed()) {
                    break;
                }
            }
            table(results, skipped);
        }
        boolean passed = results.size() == rounds && results.stream().allMatch(RoundResult::passed);
        if (passed) {
            console.good("every invariant held in %d rounds (seed %d)".formatted(rounds, options.seed()));
        } else {
            console.bad("failed in round %d; again: ./sigap faults --seed %d --rounds %d --replicas %d (data: %s)"
                    .formatted(results.size(), options.seed(), results.size(), options.replicas(), options.folder()));
        }
        return passed;
    }

    /**
     * Runs one round with all the faults on a system that nobody has used before. It is left running, and at rest.
     *
     * @return what could not be injected or healed, and every promise that was broken: a line each; empty if all held
     */
    public List<String> runAtOnce(SystemUnderTest system, List<Fault> wanted) {
        console.heading("seed %d, one round of %s".formatted(options.seed(), names(wanted)));
        try (Trial trial = new Trial(system, options, console)) {
            Map<Fault, String> skipped = skipped(wanted, trial.site());
            RoundResult result = trial.round(1, wanted, new Deck(wanted, options.seed()));
            print(result);
            table(List.of(result), skipped);
            return Stream.concat(
                            skipped.entrySet().stream()
                                    .map(fault -> fault.getKey().name() + ": " + fault.getValue()),
                            result.wrong().stream())
                    .toList();
        }
    }

    private Map<Fault, String> skipped(List<Fault> wanted, Site site) {
        Map<Fault, String> skipped = new LinkedHashMap<>();
        wanted.forEach(fault -> fault.hindrance().apply(site).ifPresent(why -> skipped.put(fault, why)));
        skipped.forEach((fault, why) -> console.line("  skipped: %s: %s".formatted(fault.name(), why)));
        return skipped;
    }

    private void print(RoundResult result) {
        List<String> wrong = result.wrong();
        wrong.stream().limit(SHOWN).forEach(line -> console.bad("  " + line));
        if (wrong.size() > SHOWN) {
            console.bad("  and %d more".formatted(wrong.size() - SHOWN));
        }
        console.progress("round %d: healed after %.1f s; %s"
                .formatted(
                        result.number(),
                        result.healed().toMillis() / 1000.0,
                        result.verdict().held()
                                ? Invariant.range() + " hold"
                                : "broken: " + result.verdict().broken()));
    }

    /** A row for each fault: how often it was injected, and what held in the rounds it was part of. */
    private void table(List<RoundResult> results, Map<Fault, String> skipped) {
        Map<Fault, List<RoundResult>> byFault = new LinkedHashMap<>();
        results.forEach(result -> result.faults()
                .forEach(injected -> byFault.computeIfAbsent(injected.fault(), _ -> new ArrayList<>())
                        .add(result)));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("FAULT", "INJECTED", letters()));
        byFault.forEach(
                (fault, rounds) -> rows.add(List.of(fault.name(), Integer.toString(rounds.size()), held(rounds))));
        skipped.forEach((fault, why) -> rows.add(List.of(fault.name(), "skipped", why)));
        console.blank();
        console.table(rows);
        console.blank();
    }

    private static String letters() {
        return Arrays.stream(Invariant.values()).map(Invariant::name).collect(Collectors.joining(" "));
    }

    private static String held(List<RoundResult> rounds) {
        return Arrays.stream(Invariant.values())
                .map(invariant ->
                        rounds.stream().allMatch(round -> round.verdict().held(invariant)) ? "✓" : "✗")
                .collect(Collectors.joining(" "));
    }

    private static String names(List<Fault> faults) {
        return faults.stream().map(Fault::name).collect(Collectors.joining(", "));
    }
}
