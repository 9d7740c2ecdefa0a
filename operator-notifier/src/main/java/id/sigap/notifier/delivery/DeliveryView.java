package id.sigap.notifier.delivery;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.DeliveryChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A delivery, as ops see it: without the number.
 *
 * @param matter the request, or its withdrawal
 * @param attempts since it was queued, or tried anew
 * @param nextAttemptAt while it is pending or retrying: not before this time
 * @param lastError what the other side said to the last attempt that failed
 */
@Schema(name = "Delivery")
record DeliveryView(
        UUID delivery,
        RequestId request,
        String ticketNumber,
        OperatorCode operator,
        Action action,
        DeliveryChannel channel,
        Matter matter,
        DeliveryState state,
        int attempts,
        Instant queuedAt,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> deliveredAt,
        Optional<String> lastError) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.requestId(),
                delivery.request.ticketNumber(),
                delivery.operator(),
                delivery.request.action(),
                delivery.channel,
                delivery.matter,
                delivery.state(),
                delivery.attempts,
                delivery.queuedAt,
                Optional.of(delivery.nextAttemptAt).filter(_ -> delivery.state.isOpen()),
                Optional.ofNullable(delivery.deliveredAt),
                Optional.ofNullable(delivery.lastError));
    }
}
