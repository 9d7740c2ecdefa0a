package id.sigap.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import id.sigap.events.OperatorCode;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.notifier.operators.OperatorsConfig;
import id.sigap.notifier.request.OperatorRequest;
import id.sigap.notifier.request.State;
import id.sigap.reliable.Ids;
import id.sigap.service.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All deliveries: of each request by each channel, and of its withdrawal. */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

    /** Something may be due. Heard after the commit. */
    record Queued() {}

    /** One is not needed any more. Heard after the commit. */
    record Cancelled(OperatorCode operator, DeliveryChannel channel) {}

    /** A request was withdrawn. Heard after the commit. */
    record Withdrawn(OperatorCode operator) {}

    private final Event<Queued> queued;
    private final Event<Cancelled> cancelled;
    private final Event<Withdrawn> withdrawn;
    private final OperatorsConfig operators;

    Deliveries(
            Event<Queued> queued, Event<Cancelled> cancelled, Event<Withdrawn> withdrawn, OperatorsConfig operators) {
        this.queued = queued;
        this.cancelled = cancelled;
        this.withdrawn = withdrawn;
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

    /** The request has ended: by whichever channel it was not brought yet, it needs no bringing. In the transaction in which it ended. */
    public void cancel(OperatorRequest request) {
        ofLocked(request).forEach(this::cancel);
    }

    /** The request is withdrawn: whoever may have been brought it is told by the same channel, before anything that is asked after it. */
    public void withdraw(OperatorRequest request, Instant at) {
        for (Delivery delivery : ofLocked(request)) {
            delivery.withdrawal(Ids.next(), at).ifPresent(this::persist);
            cancel(delivery);
        }
        withdrawn.fire(new Withdrawn(request.operator()));
        queued.fire(new Queued());
    }

    /**
     * Tries one anew that was given up.
     *
     * @throws Refusal 404 without such a delivery; 409 if it is not given up, if the request has ended, or if the number's operator has been
     *     asked for something else since: an old block must not arrive after the unblock that followed it
     */
    Delivery retry(UUID id, Instant at) {
        Delivery delivery = findByIdOptional(id).orElseThrow(() -> Refusal.notFound("delivery"));
        // the request first, as everywhere: an answer that comes at the same moment cancels it, or is seen
        getEntityManager().refresh(delivery.request, PESSIMISTIC_WRITE);
        getEntityManager().refresh(delivery, PESSIMISTIC_WRITE);
        if (delivery.state() != DeliveryState.DELIVERED && !delivery.isWanted()) {
            throw new Refusal(
                    409, delivery.request.state() == State.WITHDRAWN ? "delivery-withdrawn" : "delivery-answered");
        }
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

    private void cancel(Delivery delivery) {
        if (delivery.cancel()) {
            cancelled.fire(new Cancelled(delivery.operator(), delivery.channel));
        }
    }

    private List<Delivery> ofLocked(OperatorRequest request) {
        return find("request = ?1 and matter = ?2 order by id", request, Matter.REQUEST)
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    private boolean isOvertaken(Delivery delivery) {
        return delivery.matter == Matter.REQUEST
                && count(
                                "channel = ?1 and operator = ?2 and number = ?3 and id <> ?4 and request.requestedAt > ?5",
                                delivery.channel,
                                delivery.operator,
                                delivery.number,
                                delivery.id,
                                delivery.request.requestedAt())
                        > 0;
    }
}
