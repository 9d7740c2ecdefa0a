package id.sigap.repair.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found, each thing once though several may witness it; listed up to a point, counted beyond. */
final class Findings {

    private static final int LISTED = 1_000;

    private final List<Finding> listed = new ArrayList<>();
    private final Map<String, List<Finding>> bySubject = new HashMap<>();
    private long unlisted;

    void add(Finding finding) {
        List<Finding> ofSubject =
                bySubject.computeIfAbsent(finding.journal() + " " + finding.subject(), _ -> new ArrayList<>());
        if (ofSubject.stream().anyMatch(known -> known.covers(finding))) {
            return;
        }
        if (listed.size() < LISTED) {
            listed.add(finding);
            ofSubject.add(finding);
        } else {
            unlisted++;
        }
    }

    List<Finding> listed() {
        return List.copyOf(listed);
    }

    long unlisted() {
        return unlisted;
    }
}
