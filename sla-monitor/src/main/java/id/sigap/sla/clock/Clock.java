package id.sigap.sla.clock;

import static id.sigap.events.sla.Timeliness.ON_TIME;

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
 *                            │                       │                       │                     │
 *                            ├───confirmed in time───┴──▶ Met                └─answered in time────┤
 *                            └───declined in time────┴──▶ Declined              after all ──▶ Retracted
 * </pre>
 * It stores facts, whichever comes first, and derives the rest from them. That a share or the window has passed is the sweep's to say, and only
 * once all confirmations of that time have been seen; that an answer is late, the answer itself says. A window once missed, or a clock
 * once stopped, no longer changes its terms. {@link ClockView} reads its columns; nobody else writes them but the sweep.
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

    @Enumerated(EnumType.STRING)
    State state = State.AWAITING_START;

    Instant startedAt;
    Instant atRiskAt;
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
        start();
        return switch (state) {
            case RUNNING, AT_RISK -> startIsCertain ? judgeAnswer(now) : List.of();
            case BREACHED -> judgeBreach(now);
            case MET_LATE -> answeredInTime() ? List.of(retract(now)) : List.of();
            case AWAITING_START, MET, DECLINED, RETRACTED -> List.of();
        };
    }

    /** A mail may be taken before Kafka took the request and be reported after it: the earliest counts, so an open clock may start anew. */
    private void start() {
        if (!State.OPEN.contains(state) || requestedAt == null) {
            return;
        }
        beginning().ifPresent(beginning -> {
            startedAt = beginning;
            dueAt = beginning.plus(window());
            atRiskAt = beginning.plus(new Policy(clockStart, atRiskShare).untilAtRisk(window()));
            state = state == State.AWAITING_START ? State.RUNNING : state;
        });
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

    private List<SlaEvent> judgeAnswer(Instant now) {
        if (answeredInTime()) {
            return stopInTime();
        }
        return earliest(confirmedAt, declinedAt).map(_ -> missed(now)).orElse(List.of());
    }

    private List<SlaEvent> stopInTime() {
        state = confirmedFirst() ? State.MET : State.DECLINED;
        return state == State.MET ? List.of(terms().met(confirmedAt)) : List.of();
    }

    /** The late answer is itself the proof that the window passed without one. */
    private List<SlaEvent> missed(Instant now) {
        state = State.BREACHED;
        breachedAt = now;
        return Stream.concat(Stream.of(terms().breached(now)), judgeBreach(now).stream())
                .toList();
    }

    private List<SlaEvent> judgeBreach(Instant now) {
        if (answeredInTime()) {
            return confirmedFirst() ? List.of(retract(now), terms().met(confirmedAt)) : List.of(retract(now));
        }
        if (confirmedAt == null) {
            return List.of(); // declining late leaves the window missed
        }
        state = State.MET_LATE;
        return List.of(terms().met(confirmedAt));
    }

    private SlaEvent retract(Instant now) {
        state = State.RETRACTED;
        retraction = confirmedFirst() ? Retraction.CONFIRMED_IN_TIME : Retraction.DECLINED_IN_TIME;
        return terms().retracted(retraction, now);
    }

    private boolean answeredInTime() {
        return earliest(confirmedAt, declinedAt)
                .filter(answer -> terms().timeliness(answer) == ON_TIME)
                .isPresent();
    }

    /** No channel took it and the operator said nothing either. */
    boolean reachedNobody() {
        return earliest(deliveredAt, acknowledgedAt, confirmedAt, declinedAt).isEmpty();
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
