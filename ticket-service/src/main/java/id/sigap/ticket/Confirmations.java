package id.sigap.ticket;

import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.ConfirmationsPublished;
import id.sigap.events.confirmation.DeliveryFailed;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReferenceGiven;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.reliable.EventBatch;
import id.sigap.ticket.block.Answers;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the operators answered, and what it does to tickets. */
@ApplicationScoped
class Confirmations {

    private final Answers answers;

    Confirmations(Answers answers) {
        this.answers = answers;
    }

    @Incoming("confirmations")
    @Blocking
    void on(EventBatch<ConfirmationEvent> batch) {
        batch.forEachNew(event -> {
            switch (event) {
                case RequestAcknowledged seen -> answers.acknowledged(seen);
                case BlockConfirmed blocked -> answers.blocked(blocked);
                case BlockDeclined declined -> answers.declined(declined);
                case UnblockConfirmed unblocked -> answers.unblocked(unblocked);
                case ReferenceGiven reference -> answers.referred(reference);
                case LateBlockReported blocked -> answers.blockedLate(blocked);
                // the SLA clock's business, not the ticket's
                case RequestDelivered _, DeliveryFailed _, ConfirmationsPublished _ -> {}
            }
        });
    }
}
