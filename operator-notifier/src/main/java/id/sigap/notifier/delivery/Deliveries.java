package id.sigap.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.notifier.operators.OperatorsConfig;
import id.sigap.notifier.request.OperatorRequest;
import id.sigap.reliable.Ids;
import id.sigap.service.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All deliveries: one for each request and channel. */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

    /** Something may be due. Heard after the commit. */
    record Queued() {}

    private final Event<Queued> queued;
    private final OperatorsConfig operators;

    Deliveries(Event<Queued> queued, OperatorsConfig operators) {
        this.queued = queued;
        this.operators = operators;
    }

    /** Sends a request on its way by every channel that the operator has, once the caller's transaction has committed. */
    public void queue(OperatorRequest request, Instant at) {
        for (DeliveryChannel channel : DeliveryChannel.values()) {
            if (channel != DeliveryChannel.EMAIL || !operators.takesNoMail(request.operator())) {
                persist(new Delivery(Ids.next(), request, channel, at));
            }
        }
        queued.fire(new Queued());
    }

    /**
     * Tries one anew that was given up.
     *
     * @throws Refusal 404 without such a delivery; 409 if it is not given up, or the number's operator has been asked for something else
     *     since: an old block must not arrive after the unblock that followed it
     */
    Delivery retry(UUID id, Instant at) {
        Delivery delivery = findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(() -> Refusal.notFound("delivery"));
        delivery.retry(at);
        if (isOvertaken(delivery)) {
            throw new Refusal(409, "delivery-overtaken");
        }
        queued.fire(new Queued());
        return delivery;
    }

    Optional<Delivery> toMove(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    private boolean isOvertaken(Delivery delivery) {
        return count(
                        "channel = ?1 and operator = ?2 and number = ?3 and id <> ?4 and request.requestedAt > ?5",
                        delivery.channel,
                        delivery.operator,
                        delivery.number,
                        delivery.id,
                        delivery.request.requestedAt())
                > 0;
    }
}
