package id.sigap.verification.casework;

import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.MessagePosted;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.events.report.ReportWithdrawn;
import id.sigap.events.verification.CaseOpened;
import id.sigap.phone.Suspect;
import id.sigap.reliable.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * What reporters do, laid on the officers' desk. What concerns a case that is decided, or one nobody knows, is nothing to do: the
 * vault keeps it.
 */
@ApplicationScoped
public class Desk {

    private final Cases cases;
    private final MergedCases merged;
    private final ReportedNumbers numbers;
    private final Journal journal;
    private final CaseworkConfig policy;
    private final Clock clock;

    Desk(
            Cases cases,
            MergedCases merged,
            ReportedNumbers numbers,
            Journal journal,
            CaseworkConfig policy,
            Clock clock) {
        this.cases = cases;
        this.merged = merged;
        this.numbers = numbers;
        this.journal = journal;
        this.policy = policy;
        this.clock = clock;
    }

    public void take(ReportSubmitted submitted) {
        int reports = Suspect.of(submitted).map(numbers::count).orElse(0);
        cases.persist(new Case(submitted, Priority.of(submitted.moneyLost(), reports)));
        journal.append(new CaseOpened(submitted.report(), clock.instant()));
    }

    public void take(EvidenceAttached attached) {
        cases.toChange(attached.report())
                .flatMap(found -> found.receive(attached, clock.instant(), policy.claimTimeout()))
                .ifPresent(journal::append);
    }

    public void take(MessagePosted posted) {
        cases.toChange(posted.report())
                .ifPresent(
                        found -> found.message(posted.author(), posted.at(), clock.instant(), policy.claimTimeout()));
    }

    public void take(ReportWithdrawn withdrawn) {
        cases.toChange(withdrawn.report())
                .ifPresent(found -> found.withdraw(clock.instant()).ifPresent(event -> {
                    journal.append(event);
                    merged.settleWith(found);
                    found.facts.suspect().ifPresent(numbers::discount);
                }));
    }
}
