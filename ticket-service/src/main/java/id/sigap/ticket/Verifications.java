package id.sigap.ticket;

import id.sigap.events.verification.AppealDismissed;
import id.sigap.events.verification.AppealOpened;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.CaseAssigned;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.CaseMerged;
import id.sigap.events.verification.CaseOpened;
import id.sigap.events.verification.CaseReleased;
import id.sigap.events.verification.CaseUnmerged;
import id.sigap.events.verification.CaseWithdrawn;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.InformationAnswered;
import id.sigap.events.verification.SecondApprovalRefused;
import id.sigap.events.verification.SecondApprovalRequested;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.reliable.EventBatch;
import id.sigap.ticket.appeal.Unblocking;
import id.sigap.ticket.block.Routing;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the help desk and the regulator decided, and what it does to numbers. */
@ApplicationScoped
class Verifications {

    private final Routing routing;
    private final Unblocking unblocking;

    Verifications(Routing routing, Unblocking unblocking) {
        this.routing = routing;
        this.unblocking = unblocking;
    }

    @Incoming("verifications")
    @Blocking
    void on(EventBatch<VerificationEvent> batch) {
        batch.forEachNew(event -> {
            switch (event) {
                case EvidenceVerified verified -> routing.verified(verified);
                case AppealUpheld upheld -> unblocking.upheld(upheld);
                // steps on the way, and ends that lead to no block and undo none
                case CaseOpened _,
                        CaseClaimed _,
                        CaseAssigned _,
                        CaseReleased _,
                        CaseMerged _,
                        CaseUnmerged _,
                        EvidenceRequested _,
                        EvidenceReceived _,
                        SecondApprovalRequested _,
                        SecondApprovalRefused _,
                        EvidenceRejected _,
                        InformationAnswered _,
                        CaseWithdrawn _,
                        AppealOpened _,
                        AppealDismissed _ -> {}
            }
        });
    }
}
