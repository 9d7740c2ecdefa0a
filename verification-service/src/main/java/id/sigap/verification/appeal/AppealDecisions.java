package id.sigap.verification.appeal;

import id.sigap.events.Msisdn;
import id.sigap.events.verification.DismissalReason;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.reliable.Journal;
import id.sigap.service.CurrentUser;
import id.sigap.service.ETags;
import id.sigap.service.Page;
import id.sigap.service.Refusal;
import id.sigap.verification.casework.Cases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What the regulator does with appeals, by the API or by a page: each decision is one transaction, in which the appeal is locked, is still what
 * they saw, is decided, and is journalled. {@code seen} is an entity tag, or null for whatever the appeal is.
 */
@ApplicationScoped
@Transactional
public class AppealDecisions {

    private final Appeals appeals;
    private final Cases cases;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    AppealDecisions(Appeals appeals, Cases cases, Journal journal, CurrentUser user, Clock clock) {
        this.appeals = appeals;
        this.cases = cases;
        this.journal = journal;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The oldest first.
     *
     * @param state only these; empty for all
     * @param after the next of the page before; null for the first
     * @throws Refusal 400 if after is not that
     */
    public Page<AppealView> page(Optional<AppealState> state, String after, int size) {
        var rows = appeals.after(state, Place.read(after), size + 1);
        Set<Msisdn> own = cases.decidedOn(rows.stream().map(row -> row.number).toList(), user.id());
        return Page.of(rows, size, row -> view(row, own.contains(row.number)), last -> Place.of(last)
                .cursor());
    }

    /** @throws Refusal 404 if there is no such appeal */
    public AppealView show(UUID appeal) {
        return view(appeals.of(appeal));
    }

    /** Whether the current user had a part in the decision that the appeal is against, and so has none in this one. */
    public boolean isOwnDecision(UUID appeal) {
        return isOwn(appeals.of(appeal));
    }

    /** @throws Refusal saying why not */
    public AppealView uphold(UUID appeal, String seen) {
        return decide(appeal, seen, Appeal::uphold);
    }

    /** @throws Refusal saying why not */
    public AppealView dismiss(UUID appeal, String seen, DismissalReason reason) {
        return decide(appeal, seen, (found, deciding) -> found.dismiss(reason, deciding));
    }

    private AppealView decide(UUID id, String seen, BiFunction<Appeal, Deciding, VerificationEvent> decision) {
        Appeal found = appeals.toDecide(id);
        ETags.requireMatch(seen, found.version);
        journal.append(decision.apply(found, deciding(isOwn(found))));
        // the version that is shown is the one after the decision
        appeals.flush();
        return view(found);
    }

    private AppealView view(Appeal found) {
        return view(found, isOwn(found));
    }

    private AppealView view(Appeal found, boolean own) {
        return AppealView.of(found, found.moves(deciding(own)));
    }

    private Deciding deciding(boolean own) {
        return new Deciding(user.id(), own ? Deciding.Part.DECIDED_THE_BLOCK : Deciding.Part.NONE, clock.instant());
    }

    private boolean isOwn(Appeal found) {
        return !cases.decidedOn(List.of(found.number), user.id()).isEmpty();
    }
}
