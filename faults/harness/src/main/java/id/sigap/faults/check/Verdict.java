package id.sigap.faults.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the checker found, by invariant.
 *
 * @param findings every invariant is a key; an empty list means that it held
 */
public record Verdict(Map<Invariant, List<Finding>> findings) {

    public Verdict {
        Map<Invariant, List<Finding>> all = new EnumMap<>(Invariant.class);
        for (Invariant invariant : Invariant.values()) {
            all.put(invariant, List.copyOf(findings.getOrDefault(invariant, List.of())));
        }
        findings = all;
    }

    /** Whether nothing was found. */
    public boolean held() {
        return broken().isEmpty();
    }

    public boolean held(Invariant invariant) {
        return findings.get(invariant).isEmpty();
    }

    /** The invariants that did not hold, in their order. */
    public Set<Invariant> broken() {
        Set<Invariant> broken = new TreeSet<>();
        findings.forEach((invariant, found) -> {
            if (!found.isEmpty()) {
                broken.add(invariant);
            }
        });
        return broken;
    }

    /** The same, with more findings: what {@link Quiet} saw, for instance. */
    public Verdict and(List<Finding> more) {
        Map<Invariant, List<Finding>> all = new EnumMap<>(Invariant.class);
        findings.forEach((invariant, found) -> all.put(invariant, new ArrayList<>(found)));
        more.forEach(finding -> all.get(finding.invariant()).add(finding));
        return new Verdict(all);
    }
}
