package id.sigap.sla.clock;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.events.sla.SlaEvent;
import id.sigap.sla.policy.ClockStart;
import id.sigap.sla.policy.Policy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** When the window ends, by each policy. */
    static Instant lastMoment(ClockStart start) {
        return switch (start) {
            case DELIVERED -> DELIVERED.plus(WINDOW);
            case REQUESTED -> REQUESTED.plus(WINDOW);
            case EVIDENCE_COMPLETE -> EVIDENCE_COMPLETE.plus(WINDOW);
        };
    }

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
        return acknowledgedAt(ACKNOWLEDGED);
    }

    static Fact acknowledgedAt(Instant at) {
        return new Fact.Acknowledged(REQUEST, TICKET, OPERATOR, at);
    }

    static Fact confirmed(Instant at) {
        return new Fact.Confirmed(REQUEST, TICKET, OPERATOR, at);
    }

    static Fact declined(Instant at) {
        return new Fact.Declined(REQUEST, TICKET, OPERATOR, at);
    }

    static Fact withdrawn(Instant at) {
        return new Fact.Withdrawn(REQUEST, TICKET, OPERATOR, at);
    }

    /** A clock in that state, as it comes to be in it. */
    static Clock in(State state) {
        return switch (state) {
            case AWAITING_START -> after(requested());
            case RUNNING -> after(requested(), delivered());
            case AT_RISK -> atRisk();
            case BREACHED -> breached();
            case MET -> after(requested(), delivered(), confirmed(IN_TIME));
            case MET_LATE -> learned(breached(), confirmed(LATE));
            case DECLINED -> after(requested(), delivered(), declined(IN_TIME));
            case WITHDRAWN -> after(requested(), delivered(), withdrawn(IN_TIME));
            case RETRACTED -> learned(breached(), confirmed(IN_TIME));
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

    private static Clock atRisk() {
        Clock clock = in(State.RUNNING);
        flaggedAtRisk(clock);
        return clock;
    }

    private static Clock breached() {
        Clock clock = atRisk();
        swept(clock);
        return clock;
    }

    /** What the sweep's SQL does to a clock whose window has passed, all confirmations of that time seen; and what it says. */
    static List<SlaEvent> swept(Clock clock) {
        List<SlaEvent> said = new ArrayList<>(flaggedAtRisk(clock));
        said.addAll(flaggedMissed(clock));
        return said;
    }

    static List<SlaEvent> flaggedAtRisk(Clock clock) {
        if (clock.state != State.RUNNING || isAnsweredInTime(clock)) {
            return List.of();
        }
        clock.state = State.AT_RISK;
        clock.atRiskSaidAt = NOW;
        return List.of(clock.terms().atRisk(NOW));
    }

    static List<SlaEvent> flaggedMissed(Clock clock) {
        if (clock.state != State.AT_RISK || isAnsweredInTime(clock)) {
            return List.of();
        }
        clock.state = clock.confirmedAt == null ? State.BREACHED : State.MET_LATE;
        clock.breachedAt = NOW;
        List<SlaEvent> said = new ArrayList<>(List.of(clock.terms().breached(NOW)));
        Optional.ofNullable(clock.confirmedAt).map(clock.terms()::met).ifPresent(said::add);
        return said;
    }

    private static boolean isAnsweredInTime(Clock clock) {
        return Clock.earliest(clock.confirmedAt, clock.declinedAt)
                .filter(answer -> !answer.isAfter(clock.dueAt))
                .isPresent();
    }
}
