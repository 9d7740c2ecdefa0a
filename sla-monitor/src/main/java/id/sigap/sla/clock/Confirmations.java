package id.sigap.sla.clock;

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
import id.sigap.sla.watermark.Watermarks;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What was brought to the operators, what they answered, and up to when all of that has been seen. */
@ApplicationScoped
class Confirmations {

    @Inject
    Clocks clocks;

    @Inject
    Watermarks watermarks;

    /** A watermark is kept in the transaction of the answers before it: it never runs ahead of them. */
    @Incoming("confirmations")
    @Blocking
    void on(EventBatch<ConfirmationEvent> batch) {
        batch.allNew(heard -> {
            clocks.learn(heard, Confirmations::fact);
            watermarks.advance(through(heard));
        });
    }

    private static Optional<Fact> fact(ConfirmationEvent event) {
        return switch (event) {
            case RequestDelivered e ->
                Optional.of(new Fact.Delivered(e.request(), e.ticket(), e.operator(), e.deliveredAt()));
            case DeliveryFailed e ->
                Optional.of(new Fact.Undelivered(e.request(), e.ticket(), e.operator(), e.channel()));
            case RequestAcknowledged e ->
                Optional.of(new Fact.Acknowledged(e.request(), e.ticket(), e.operator(), e.receivedAt()));
            case BlockConfirmed e ->
                Optional.of(new Fact.Confirmed(e.request(), e.ticket(), e.operator(), e.receivedAt()));
            case UnblockConfirmed e ->
                Optional.of(new Fact.Confirmed(e.request(), e.ticket(), e.operator(), e.receivedAt()));
            case BlockDeclined e ->
                Optional.of(new Fact.Declined(e.request(), e.ticket(), e.operator(), e.receivedAt()));
            // what a network did is no answer, and neither is its name for what was answered
            case LateBlockReported _, ReferenceGiven _, ConfirmationsPublished _ -> Optional.empty();
        };
    }

    /** The latest word per partition. A watermark speaks for the records before it, so one that strayed into another partition says nothing. */
    private static SortedMap<Integer, Instant> through(List<EventBatch.Heard<ConfirmationEvent>> heard) {
        SortedMap<Integer, Instant> through = new TreeMap<>();
        for (var one : heard) {
            if (one.event() instanceof ConfirmationsPublished mark
                    && mark.partition() == one.metadata().partition()) {
                through.merge(mark.partition(), mark.through(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return through;
    }
}
