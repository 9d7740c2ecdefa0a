package id.sigap.verification.casework;

import id.sigap.reliable.Journal;
import id.sigap.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Cases of one number that are decided together: a proof of one is a proof of all. Whatever else one case comes to says nothing of the
 * others; then each waits for an officer again.
 */
@ApplicationScoped
class MergedCases {

    private final Cases cases;
    private final Journal journal;
    private final Clock clock;

    MergedCases(Cases cases, Journal journal, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Refusal if one of them can't be decided with the lead, or has others with it already */
    void merge(Case lead, List<Case> others, Act act) {
        for (Case other : others) {
            journal.append(other.mergeInto(lead, cases.mergedToChange(other).size(), act));
        }
    }

    /** @throws Refusal if somebody else has the case it is decided with */
    void part(Case merged, Act act) {
        journal.append(leadOf(merged)
                .map(lead -> merged.partFrom(lead, act))
                .orElseGet(() -> merged.unmerge(act.by().id(), act.at())));
    }

    /** What the case is, or was, decided with. */
    Optional<Case> leadOf(Case merged) {
        return Optional.ofNullable(merged.mergedInto).map(cases::of);
    }

    /** If the case has come to an end, so does what was merged into it. */
    void settleWith(Case lead) {
        if (lead.state().isOpen()) {
            return;
        }
        for (Case merged : cases.mergedToChange(lead)) {
            journal.append(
                    lead.state() == CaseState.VERIFIED
                            ? merged.verifyWith(lead)
                            : merged.unmerge(lead.closing.by(), clock.instant()));
        }
    }
}
