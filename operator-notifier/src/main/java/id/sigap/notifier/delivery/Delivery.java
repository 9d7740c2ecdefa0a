package id.sigap.notifier.delivery;

import static jakarta.persistence.EnumType.STRING;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.events.confirmation.DeliveryFailed;
import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.notifier.request.OperatorRequest;
import id.sigap.service.IllegalMove;
import id.sigap.text.TypedText;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One request, or its withdrawal, on its way to the operator by one channel.
 * <pre>
 * Pending ──succeed──▶ Delivered ◀──succeed── Failed, Cancelled    (an attempt given up on may still have arrived)
 *   │  └───fail──────▶ Failed ─────retry────▶ Retrying
 *   └─postpone─▶ Retrying ─succeed─▶ Delivered
 *                   └─fail─▶ Failed
 * Pending, Retrying ──cancel─▶ Cancelled
 * </pre>
 * An attempt is numbered when it is claimed. Success counts whichever attempt brings it; a failure only if no later attempt is under way. Of a
 * withdrawal nothing is said: it is about the request, and that has ended.
 */
@Entity
@Table(name = "delivery")
public class Delivery {

    private static final int LONGEST_ERROR = 500;

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request")
    OperatorRequest request;

    @Enumerated(STRING)
    DeliveryChannel channel;

    @Enumerated(STRING)
    Matter matter;

    String operator;
    String number;

    @Enumerated(STRING)
    DeliveryState state;

    /** Since it was queued; the number of the attempt under way, if there is one. */
    int attempts;

    Instant queuedAt;
    Instant nextAttemptAt;
    Instant deliveredAt;
    String lastError;

    Delivery() {}

    Delivery(UUID id, OperatorRequest request, DeliveryChannel channel, Instant at) {
        this(id, request, channel, Matter.REQUEST, at);
    }

    private Delivery(UUID id, OperatorRequest request, DeliveryChannel channel, Matter matter, Instant at) {
        this.id = id;
        this.request = request;
        this.channel = channel;
        this.matter = matter;
        this.operator = request.operator().value();
        this.number = request.number().value();
        this.state = DeliveryState.PENDING;
        this.queuedAt = at;
        this.nextAttemptAt = at;
    }

    /** The broker or the mail server took it. */
    Optional<ConfirmationEvent> succeed(Instant at) {
        if (state == DeliveryState.DELIVERED) {
            return Optional.empty();
        }
        state = DeliveryState.DELIVERED;
        deliveredAt = at;
        lastError = null;
        return ofTheRequest(
                new RequestDelivered(requestId(), request.ticket(), operator(), request.action(), channel, at));
    }

    /** It didn't go through; another attempt follows after the pause. Nothing if this was not the latest attempt. */
    void postpone(int attempt, String error, Instant at, Duration pause) {
        if (isLatest(attempt)) {
            state = DeliveryState.RETRYING;
            nextAttemptAt = at.plus(pause);
            lastError = shortened(error);
        }
    }

    /** It will not go through, or has been tried for long enough. Nothing if this was not the latest attempt. */
    Optional<ConfirmationEvent> fail(int attempt, String error, Instant at) {
        if (!isLatest(attempt)) {
            return Optional.empty();
        }
        state = DeliveryState.FAILED;
        lastError = shortened(error);
        return ofTheRequest(new DeliveryFailed(
                requestId(), request.ticket(), operator(), request.action(), channel, attempts, lastError, at));
    }

    /** Nobody needs it any more. @return whether it was still to be brought */
    boolean cancel() {
        if (!state.isOpen()) {
            return false;
        }
        state = DeliveryState.CANCELLED;
        return true;
    }

    /**
     * The request is withdrawn: what tells of that by the same channel.
     *
     * @return empty if this channel can't have brought the request
     */
    Optional<Delivery> withdrawal(UUID withdrawal, Instant at) {
        boolean neverTried = state == DeliveryState.PENDING && attempts == 0;
        return neverTried
                ? Optional.empty()
                : Optional.of(new Delivery(withdrawal, request, channel, Matter.WITHDRAWAL, at));
    }

    /** A request is brought while its answer is awaited; its withdrawal is never too late, for it names the request. */
    boolean isWanted() {
        return switch (matter) {
            case REQUEST -> request.state().isOpen();
            case WITHDRAWAL -> true;
        };
    }

    /**
     * Somebody has mended what was in the way: it is tried anew, from now.
     *
     * @throws IllegalMove unless it was given up
     */
    void retry(Instant at) {
        if (state != DeliveryState.FAILED) {
            throw new IllegalMove("delivery", state, "RETRY");
        }
        state = DeliveryState.RETRYING;
        attempts = 0;
        queuedAt = at;
        nextAttemptAt = at;
    }

    public UUID id() {
        return id;
    }

    public RequestId requestId() {
        return request.id();
    }

    public OperatorCode operator() {
        return new OperatorCode(operator);
    }

    public DeliveryState state() {
        return state;
    }

    private Optional<ConfirmationEvent> ofTheRequest(ConfirmationEvent event) {
        return switch (matter) {
            case REQUEST -> Optional.of(event);
            case WITHDRAWAL -> Optional.empty();
        };
    }

    private boolean isLatest(int attempt) {
        return state.isOpen() && attempt == attempts;
    }

    private static String shortened(String error) {
        return TypedText.shortened(error.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST_ERROR);
    }
}
