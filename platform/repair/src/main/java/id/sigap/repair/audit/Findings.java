package id.sigap.repair.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was found, each thing once though several may witness it; listed up to a point, counted beyond. */
final class Findings {

    private static final int LISTED = 1_000;

    private final List<Finding> listed = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private long unlisted;

    void add(Finding finding) {
        String place = finding.journal() + " " + finding.subject() + " " + finding.to() + " " + finding.kind();
        if (listed.size() >= LISTED) {
            unlisted++;
        } else if (places.add(place)) {
            listed.add(finding);
        }
    }

    List<Finding> listed() {
        return List.copyOf(listed);
    }

    long unlisted() {
        return unlisted;
    }
}
