package id.sigap.sla;

import id.sigap.events.Action;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.events.confirmation.DeliveryFailed;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.WithdrawalReason;
import id.sigap.reliable.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One request to block a number that belongs to nobody, and what others say of it. */
public record ARequest(RequestId id, TicketId ticket, OperatorCode operator, Instant requestedAt, Duration window) {

    public static ARequest to(String operator, Instant requestedAt, Duration window) {
        return new ARequest(
                new RequestId(Ids.next()), new TicketId(Ids.next()), new OperatorCode(operator), requestedAt, window);
    }

    /** One that is delivered when it is requested and falls due at {@code due}, after a window of two minutes. */
    public static ARequest fallingDueAt(Instant due) {
        return to("TELKOMSEL", due.minus(Duration.ofMinutes(2)), Duration.ofMinutes(2));
    }

    /** Another operator is asked for the same ticket. */
    public ARequest again(String operator, Instant at) {
        return new ARequest(new RequestId(Ids.next()), ticket, new OperatorCode(operator), at, window);
    }

    public Instant due() {
        return requestedAt.plus(window);
    }

    public BlockRequested requested() {
        return new BlockRequested(
                ticket,
                "SGP-2026-000001",
                id,
                operator,
                new Msisdn("+628110000001"),
                Category.URGENT_PAYMENT,
                Channel.VOICE_CALL,
                window,
                requestedAt,
                due(),
                requestedAt.minusSeconds(60));
    }

    public RequestDelivered delivered() {
        return new RequestDelivered(id, ticket, operator, Action.BLOCK, DeliveryChannel.KAFKA, requestedAt);
    }

    public DeliveryFailed mailFailed() {
        return new DeliveryFailed(
                id, ticket, operator, Action.BLOCK, DeliveryChannel.EMAIL, 6, "550 no such mailbox", requestedAt);
    }

    public RequestAcknowledged acknowledged(Instant at) {
        return new RequestAcknowledged(id, ticket, operator, ReplyChannel.KAFKA, at);
    }

    public BlockConfirmed confirmed(Instant at) {
        return new BlockConfirmed(id, ticket, operator, at, Optional.of("REF-1"), ReplyChannel.KAFKA, at);
    }

    public RequestWithdrawn withdrawn(Instant at) {
        return new RequestWithdrawn(
                ticket,
                "SGP-2026-000001",
                id,
                operator,
                Action.BLOCK,
                new Msisdn("+628110000001"),
                WithdrawalReason.APPEAL_UPHELD,
                at);
    }

    public BlockDeclined declined(Instant at) {
        return new BlockDeclined(
                id,
                ticket,
                operator,
                DeclineReason.NOT_OURS,
                Optional.empty(),
                Optional.empty(),
                ReplyChannel.REST,
                at);
    }
}
