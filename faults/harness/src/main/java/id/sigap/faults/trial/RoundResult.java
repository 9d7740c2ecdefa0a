package id.sigap.faults.trial;

import id.sigap.faults.check.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * How a round went.
 *
 * @param healed how long it took from the last fault's end until all was quiet
 * @param begun how many passages, on this stack so far
 */
record RoundResult(int number, List<Injected> faults, Verdict verdict, int begun, Duration healed) {

    boolean passed() {
        return verdict.held()
                && faults.stream().allMatch(fault -> fault.trouble().isEmpty());
    }
}
