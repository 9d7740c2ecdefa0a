package id.sigap.faults.check;

import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing that a client wanted, however often it tried. */
record Intent(List<Attempt> attempts) {

    /** Attempts at the same thing, by the facts that make it the same. */
    static List<Intent> of(History history, Operation operation, String... sameBy) {
        Function<Attempt, List<String>> identity =
                attempt -> Stream.of(sameBy).map(attempt::asked).toList();
        return history.of(operation).collect(Collectors.groupingBy(identity)).values().stream()
                .map(Intent::new)
                .toList();
    }

    /** The system said yes at least once. */
    boolean happened() {
        return attempts.stream().anyMatch(attempt -> attempt.phase() == Phase.OK);
    }

    /** The system said no, each time. */
    boolean refused() {
        return attempts.stream().allMatch(attempt -> attempt.phase() == Phase.FAIL);
    }

    /** What was asked; the same in each attempt. */
    String asked(String fact) {
        return attempts.getFirst().asked(fact);
    }

    /** The different answers given: one, if all is well. */
    Set<String> answers(String fact) {
        return attempts.stream()
                .filter(attempt -> attempt.phase() == Phase.OK)
                .map(attempt -> attempt.answered(fact))
                .collect(Collectors.toSet());
    }
}
