package id.sigap.sla.clock;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.DeliveryChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something a clock is told. Two topics tell of one request, so facts come in any order, and some come twice. */
public sealed interface Fact {

    RequestId request();

    TicketId ticket();

    OperatorCode operator();

    /** The operator is asked to act within {@code window}. */
    record Requested(
            RequestId request,
            TicketId ticket,
            OperatorCode operator,
            String ticketNumber,
            Action action,
            Instant at,
            Duration window,
            Optional<Instant> evidenceCompleteAt)
            implements Fact {}

    /** One channel took the request. */
    record Delivered(RequestId request, TicketId ticket, OperatorCode operator, Instant at) implements Fact {}

    /** One channel gave up on the request. */
    record Undelivered(RequestId request, TicketId ticket, OperatorCode operator, DeliveryChannel channel)
            implements Fact {}

    /** The operator has seen the request. */
    record Acknowledged(RequestId request, TicketId ticket, OperatorCode operator, Instant at) implements Fact {}

    /** The operator did what was asked; it counts from {@code at}. */
    record Confirmed(RequestId request, TicketId ticket, OperatorCode operator, Instant at) implements Fact {}

    /** The operator does not act; it counts from {@code at}. */
    record Declined(RequestId request, TicketId ticket, OperatorCode operator, Instant at) implements Fact {}

    /** Nobody wants it any more. */
    record Withdrawn(RequestId request, TicketId ticket, OperatorCode operator, Instant at) implements Fact {}
}
