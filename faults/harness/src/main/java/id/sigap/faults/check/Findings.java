package id.sigap.faults.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what is found against one invariant. */
final class Findings {

    private final Invariant invariant;
    private final List<Finding> found = new ArrayList<>();

    Findings(Invariant invariant) {
        this.invariant = invariant;
    }

    /** @param ids what it is about */
    void add(String what, Object... ids) {
        found.add(new Finding(
                invariant,
                what,
                Arrays.stream(ids).map(String::valueOf).distinct().toList()));
    }

    void unless(boolean holds, String what, Object... ids) {
        if (!holds) {
            add(what, ids);
        }
    }

    List<Finding> list() {
        return List.copyOf(found);
    }
}
