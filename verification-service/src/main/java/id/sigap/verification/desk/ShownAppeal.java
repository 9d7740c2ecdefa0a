package id.sigap.verification.desk;

import id.sigap.events.verification.DismissalReason;
import id.sigap.service.ETags;
import id.sigap.verification.appeal.AppealState;
import id.sigap.verification.appeal.AppealView;
import id.sigap.verification.casework.BlockDecisions.BlockDecision;
import id.sigap.verification.vault.AppealVault.Statement;
import id.sigap.verification.vault.ToldAppeal;
import java.util.List;

/**
 * An appeal with all that stands beside it on its page.
 *
 * @param decisions who decided that the number is to be blocked
 * @param ownDecision the reader was one of them, and so does not decide here
 */
public record ShownAppeal(AppealView facts, Statement statement, List<BlockDecision> decisions, boolean ownDecision) {

    /** The number as the appellant wrote it; empty if that is not known. */
    public String typed() {
        return statement.told().flatMap(ToldAppeal::numberAsTyped).orElse("");
    }

    public String path() {
        return "/desk/appeals/" + facts.appeal();
    }

    /** What a decision is made on. */
    public String seen() {
        return ETags.of(facts.version());
    }

    public boolean waits() {
        return facts.state() == AppealState.SUBMITTED;
    }

    public boolean decidable() {
        return !facts.moves().isEmpty();
    }

    /** Why it was dismissed; null otherwise. */
    public DismissalReason reason() {
        return facts.reason().orElse(null);
    }
}
