package id.sigap.sla.clock;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.sla.policy.ClockStart;
import id.sigap.sla.policy.Policy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One request of a quiet Monday, and what may be told of it. Ninety minutes, because nothing may assume a day. */
final class Samples {

    static final Duration WINDOW = Duration.ofMinutes(90);
    static final Instant EVIDENCE_COMPLETE = Instant.parse("2026-03-02T03:20:00Z");
    static final Instant REQUESTED = Instant.parse("2026-03-02T03:40:00Z");
    static final Instant DELIVERED = REQUESTED.plusSeconds(2);
    static final Instant ACKNOWLEDGED = REQUESTED.plusSeconds(600);
    static final Instant IN_TIME = DELIVERED.plus(WINDOW);
    static final Instant LATE = IN_TIME.plusMillis(1);
    static final Instant NOW = LATE.plusSeconds(60);
    static final Policy FROM_DELIVERY = new Policy(ClockStart.DELIVERED, new BigDecimal("0.75"));

    private static final RequestId REQUEST = new RequestId(UUID.fromString("019caca1-a668-7003-8003-000000005ccd"));
    private static final TicketId TICKET = new TicketId(UUID.fromString("019caca1-a280-7002-8002-000000003dde"));
    private static final OperatorCode OPERATOR = new OperatorCode("TELKOMSEL");

    private Samples() {}

    static Clock unknown() {
        return new Clock(REQUEST, TICKET, OPERATOR);
    }

    static Fact requested() {
        return new Fact.Requested(
                REQUEST,
                TICKET,
                OPERATOR,
                "SGP-2026-000123",
                Action.BLOCK,
                REQUESTED,
                WINDOW,
                Optional.of(EVIDENCE_COMPLETE));
    }

    static Fact delivered() {
        return deliveredAt(DELIVERED);
    }

    static Fact deliveredAt(Instant at) {
        return new Fact.Delivered(REQUEST, TICKET, OPERATOR, at);
    }

    static Fact undelivered() {
        return new Fact.Undelivered(REQUEST, TICKET, OPERATOR, DeliveryChannel.EMAIL);
    }

    static Fact acknowledged() {
        return new Fact.Acknowledged(REQUEST, TICKET, OPERATOR, ACKNOWLEDGED);
    }

    static Fact confirmed(Instant at) {
        return new Fact.Confirmed(REQUEST, TICKET, OPERATOR, at);
    }

    static Fact declined(Instant at) {
        return new Fact.Declined(REQUEST, TICKET, OPERATOR, at);
    }

    /** A clock in that state, as it comes to be in it. */
    static Clock in(State state) {
        return switch (state) {
            case AWAITING_START -> after(requested());
            case RUNNING -> after(requested(), delivered());
            case AT_RISK, BREACHED -> swept(state);
            case MET -> after(requested(), delivered(), confirmed(IN_TIME));
            case MET_LATE -> learned(swept(State.BREACHED), confirmed(LATE));
            case DECLINED -> after(requested(), delivered(), declined(IN_TIME));
            case RETRACTED -> learned(swept(State.BREACHED), confirmed(IN_TIME));
        };
    }

    static Clock after(Fact... facts) {
        return learned(unknown(), facts);
    }

    private static Clock learned(Clock clock, Fact... facts) {
        for (Fact fact : facts) {
            clock.learn(fact, FROM_DELIVERY, NOW);
        }
        return clock;
    }

    /** As the sweep's SQL leaves it. */
    private static Clock swept(State state) {
        Clock clock = in(State.RUNNING);
        clock.state = state;
        clock.breachedAt = state == State.BREACHED ? NOW : null;
        return clock;
    }
}
