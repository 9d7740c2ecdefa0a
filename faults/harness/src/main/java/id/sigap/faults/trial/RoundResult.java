package id.sigap.faults.trial;

import id.sigap.faults.check.Finding;
import id.sigap.faults.check.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a round went.
 *
 * @param healed how long it took from the last fault's end until all was quiet
 * @param begun how many passages, on this stack so far
 */
record RoundResult(int number, List<Injected> faults, Verdict verdict, int begun, Duration healed) {

    boolean passed() {
        return wrong().isEmpty();
    }

    /** Every promise that was broken, and every fault that could not be injected or healed; a line each. */
    List<String> wrong() {
        return Stream.concat(
                        faults.stream().flatMap(injected -> injected.trouble().stream()
                                .map(why -> "%s could not be injected or healed: %s"
                                        .formatted(injected.fault().name(), why))),
                        verdict.findings().values().stream()
                                .flatMap(List::stream)
                                .map(Finding::toString))
                .toList();
    }
}
