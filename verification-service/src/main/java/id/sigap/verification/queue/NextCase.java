package id.sigap.verification.queue;

import id.sigap.verification.casework.CaseView;
import id.sigap.verification.casework.Casework;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Gives an officer the case that goes first, so that nobody picks the easy ones and two who ask at once don't get the same. */
@ApplicationScoped
public class NextCase {

    private final Queue queue;
    private final Casework casework;

    NextCase(Queue queue, Casework casework) {
        this.queue = queue;
        this.casework = casework;
    }

    /** @return the case, claimed by the current officer; empty if nothing waits */
    @Transactional
    public Optional<CaseView> claim() {
        return queue.lockFirstFree().map(report -> casework.claim(report, null));
    }
}
