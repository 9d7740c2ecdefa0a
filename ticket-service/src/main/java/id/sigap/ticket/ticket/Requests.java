package id.sigap.ticket.ticket;

import static jakarta.persistence.CascadeType.PERSIST;

import id.sigap.events.AppealId;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.ticket.UnblockReason;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What operators were asked about a ticket's number: at most one answer is awaited at a time. */
@Embeddable
public class Requests {

    @OneToMany(cascade = PERSIST)
    @JoinColumn(name = "ticket", nullable = false, updatable = false)
    @OrderBy("requestedAt, id")
    List<OperatorRequest> all = new ArrayList<>();

    /** The request whose answer is awaited; null if none is. */
    UUID currentRequest;

    /** Until when that answer is due; null if none is awaited. */
    Instant dueAt;

    Requests() {}

    /** True if that operator was asked to block and declined. */
    public boolean wereDeclinedBy(OperatorCode operator) {
        return all.stream().anyMatch(r -> r.isDeclinedBlock() && r.operator.equals(operator));
    }

    /** True if that operator was asked anything, now or earlier. */
    public boolean everWentTo(OperatorCode operator) {
        return all.stream().anyMatch(r -> r.operator.equals(operator));
    }

    /** Whose number it is, as the last operator that declined says; empty if it doesn't know, or that one has declined as well. */
    Optional<OperatorCode> suggestion() {
        return all.reversed().stream()
                .filter(OperatorRequest::isDeclinedBlock)
                .findFirst()
                .map(r -> r.suggestedOperator)
                .filter(o -> !wereDeclinedBy(o));
    }

    OperatorRequest toBlock(Route to, Instant at) {
        return send(OperatorRequest.toBlock(to, at));
    }

    OperatorRequest toUnblock(Route to, UnblockReason reason, Optional<AppealId> appeal, Instant at) {
        return send(OperatorRequest.toUnblock(to, reason, appeal, at));
    }

    /** What that operator was asked by this id, now or earlier. */
    Optional<OperatorRequest> of(RequestId request, OperatorCode operator) {
        return all.stream()
                .filter(r -> r.id.equals(request.value()) && r.operator.equals(operator))
                .findFirst();
    }

    /** True if an appeal has asked for the block to be lifted. */
    boolean restOnAnAppeal() {
        return all.stream().anyMatch(r -> r.reason == UnblockReason.APPEAL);
    }

    boolean await(RequestId request) {
        return request.value().equals(currentRequest);
    }

    void acknowledge(Instant at) {
        current().ifPresent(request -> request.acknowledge(at));
    }

    void confirm(Optional<String> networkReference, Instant at) {
        current().ifPresent(request -> request.confirm(networkReference, at));
        awaitNothing();
    }

    void decline(BlockDeclined answer) {
        current().ifPresent(request -> request.decline(answer));
        awaitNothing();
    }

    /** What is withdrawn; empty if no answer was awaited. */
    Optional<OperatorRequest> withdraw(Instant at) {
        Optional<OperatorRequest> awaited = current();
        awaited.ifPresent(request -> request.withdraw(at));
        awaitNothing();
        return awaited;
    }

    Optional<OperatorRequest> current() {
        return all.stream().filter(r -> r.id.equals(currentRequest)).findFirst();
    }

    private OperatorRequest send(OperatorRequest request) {
        all.add(request);
        currentRequest = request.id;
        dueAt = request.dueAt;
        return request;
    }

    private void awaitNothing() {
        currentRequest = null;
        dueAt = null;
    }
}
