package id.sigap.sla.clock;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.events.sla.Retraction;
import id.sigap.events.sla.SlaEvent;
import id.sigap.sla.policy.ClockStart;
import id.sigap.sla.policy.Policy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One request, one clock. PP: 1×24 jam, wall clock; the window itself comes with the request.
 * <pre>
 * AwaitingStart ─starts─▶ Running ─share passes─▶ AtRisk ─window passes─▶ Breached ─confirmed─▶ MetLate
 *       │                    │                       │                       │                     │
 *       │                    ├───confirmed in time───┴──▶ Met                ├─answered in time────┤
 *       │                    ├───declined in time────┴──▶ Declined           └─withdrawn in time───┤
 *       └─────withdrawn──────┴───withdrawn in time───┴──▶ Withdrawn             after all ──▶ Retracted
 * </pre>
 * It stores facts, whichever comes first, and derives the rest from them. That a share or the window has passed is the sweep's to say, and only
 * once all confirmations of that time have been seen: a late answer waits for that, too, because the same answer may have been given in time on a
 * way that is read later. No clock runs, and no breach stands, for what was answered or withdrawn in time; an answer that was taken counts more
 * than a withdrawal. Who was asked to the end of the window and said nothing was late, even if the request was withdrawn afterwards.
 * A window once missed, or a clock once answered, no longer changes its terms. {@link ClockView} reads its columns; nobody else writes them but
 * the sweep.
 */
@Entity
public class Clock {

    @Id
    UUID request;

    UUID ticket;
    String operator;
    String ticketNumber;

    @Enumerated(EnumType.STRING)
    Action action;

    Long windowMillis;
    Instant evidenceCompleteAt;
    Instant requestedAt;

    @Enumerated(EnumType.STRING)
    ClockStart clockStart;

    BigDecimal atRiskShare;
    Instant deliveredAt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> failedChannels = new ArrayList<>();

    Instant acknowledgedAt;
    Instant confirmedAt;
    Instant declinedAt;
    Instant withdrawnAt;

    @Enumerated(EnumType.STRING)
    State state = State.AWAITING_START;

    Instant startedAt;
    Instant atRiskAt;
    /** When the sweep said so; null if it never did. */
    Instant atRiskSaidAt;

    Instant dueAt;
    Instant breachedAt;

    @Enumerated(EnumType.STRING)
    Retraction retraction;

    protected Clock() {}

    /** A clock that knows only whose it is. */
    Clock(RequestId request, TicketId ticket, OperatorCode operator) {
        this.request = request.value();
        this.ticket = ticket.value();
        this.operator = operator.value();
    }

    /**
     * Takes note of a fact and answers with what follows from it; the caller journals the answer. A fact heard before changes nothing.
     *
     * @param policy the operator's rule now: it counts if the fact is the request itself
     * @param now when, by the database's clock
     */
    List<SlaEvent> learn(Fact fact, Policy policy, Instant now) {
        switch (fact) {
            case Fact.Requested asked -> agree(asked, policy);
            case Fact.Delivered delivered -> deliveredAt = earlier(deliveredAt, delivered.at());
            case Fact.Undelivered failed -> noteFailure(failed.channel());
            case Fact.Acknowledged seen -> acknowledgedAt = earlier(acknowledgedAt, seen.at());
            case Fact.Confirmed confirmed -> confirmedAt = earlier(confirmedAt, confirmed.at());
            case Fact.Declined declined -> declinedAt = earlier(declinedAt, declined.at());
            case Fact.Withdrawn withdrawn -> withdrawnAt = earlier(withdrawnAt, withdrawn.at());
        }
        return judge(startIsCertain(), now);
    }

    /** Waits no longer for the report of a delivery: who answers has had the request, at the latest when it answered. */
    public List<SlaEvent> settle(Instant now) {
        return judge(true, now);
    }

    private void agree(Fact.Requested asked, Policy policy) {
        if (requestedAt != null) {
            return;
        }
        ticketNumber = asked.ticketNumber();
        action = asked.action();
        windowMillis = asked.window().toMillis();
        requestedAt = asked.at();
        evidenceCompleteAt = asked.evidenceCompleteAt().orElse(null);
        clockStart = policy.clockStart();
        atRiskShare = policy.atRiskShare();
    }

    private void noteFailure(DeliveryChannel channel) {
        if (!failedChannels.contains(channel.name())) {
            failedChannels.add(channel.name());
        }
    }

    private List<SlaEvent> judge(boolean startIsCertain, Instant now) {
        if (State.UNDECIDED.contains(state)) {
            start();
            state = undeclared(startIsCertain);
            return state == State.MET ? List.of(terms().met(confirmedAt)) : List.of();
        }
        return breachedAt == null ? List.of() : judgeBreach(now);
    }

    /** A mail may be taken before Kafka took the request and be reported after it: the earliest counts, so an open clock may start anew. */
    private void start() {
        if (requestedAt == null) {
            return;
        }
        beginning().ifPresent(beginning -> {
            startedAt = beginning;
            dueAt = beginning.plus(window());
            atRiskAt = beginning.plus(new Policy(clockStart, atRiskShare).untilAtRisk(window()));
        });
    }

    /** Where a clock stands of which no breach is declared. */
    private State undeclared(boolean startIsCertain) {
        if (startIsCertain && answeredInTime()) {
            return confirmedFirst() ? State.MET : State.DECLINED;
        }
        if (withdrawnInTime()) {
            return State.WITHDRAWN;
        }
        if (startedAt == null) {
            return State.AWAITING_START;
        }
        return atRiskSaidAt == null ? State.RUNNING : State.AT_RISK;
    }

    private Optional<Instant> beginning() {
        return switch (clockStart) {
            case REQUESTED -> Optional.of(requestedAt);
            case EVIDENCE_COMPLETE -> Optional.ofNullable(evidenceCompleteAt).or(() -> Optional.of(requestedAt));
            case DELIVERED -> earliest(deliveredAt, acknowledgedAt, confirmedAt, declinedAt);
        };
    }

    private boolean startIsCertain() {
        return clockStart != ClockStart.DELIVERED || deliveredAt != null;
    }

    private List<SlaEvent> judgeBreach(Instant now) {
        Optional<Retraction> nobodyWasLate = nobodyWasLate();
        if (nobodyWasLate.isPresent()) {
            return retract(nobodyWasLate.get(), now);
        }
        if (confirmedAt == null || state == State.MET_LATE) {
            return List.of(); // declining late leaves the window missed
        }
        state = State.MET_LATE;
        return List.of(terms().met(confirmedAt));
    }

    private Optional<Retraction> nobodyWasLate() {
        if (answeredInTime()) {
            return Optional.of(confirmedFirst() ? Retraction.CONFIRMED_IN_TIME : Retraction.DECLINED_IN_TIME);
        }
        return withdrawnInTime() ? Optional.of(Retraction.WITHDRAWN) : Optional.empty();
    }

    /** Once; that what was withdrawn had been answered in time may still become known then. */
    private List<SlaEvent> retract(Retraction reason, Instant now) {
        List<SlaEvent> said = new ArrayList<>();
        if (state != State.RETRACTED) {
            said.add(terms().retracted(reason, now));
        }
        if (reason == Retraction.CONFIRMED_IN_TIME && retraction != reason) {
            said.add(terms().met(confirmedAt));
        }
        state = State.RETRACTED;
        retraction = reason;
        return said;
    }

    private boolean answeredInTime() {
        return dueAt != null
                && earliest(confirmedAt, declinedAt).filter(terms()::isInTime).isPresent();
    }

    /** A window that never began hasn't passed. */
    private boolean withdrawnInTime() {
        return withdrawnAt != null && (dueAt == null || terms().isInTime(withdrawnAt));
    }

    /** No channel took it and the operator said nothing either. */
    boolean reachedNobody() {
        return exchange().reached().isEmpty();
    }

    Clocks.Exchange exchange() {
        return new Clocks.Exchange(
                earliest(deliveredAt, acknowledgedAt, confirmedAt, declinedAt), earliest(confirmedAt, declinedAt));
    }

    private boolean confirmedFirst() {
        return confirmedAt != null && (declinedAt == null || !confirmedAt.isAfter(declinedAt));
    }

    private static Instant earlier(Instant known, Instant told) {
        return known == null || told.isBefore(known) ? told : known;
    }

    static Optional<Instant> earliest(Instant... moments) {
        return Stream.of(moments).filter(Objects::nonNull).min(Instant::compareTo);
    }

    Terms terms() {
        return new Terms(requestId(), new TicketId(ticket), operator(), action, startedAt, dueAt);
    }

    RequestId requestId() {
        return new RequestId(request);
    }

    OperatorCode operator() {
        return new OperatorCode(operator);
    }

    private Duration window() {
        return Duration.ofMillis(windowMillis);
    }
}
