package id.sigap.sla.clock;

import static id.sigap.sla.clock.Samples.FROM_DELIVERY;
import static id.sigap.sla.clock.Samples.IN_TIME;
import static id.sigap.sla.clock.Samples.LATE;
import static id.sigap.sla.clock.Samples.NOW;
import static id.sigap.sla.clock.Samples.acknowledged;
import static id.sigap.sla.clock.Samples.after;
import static id.sigap.sla.clock.Samples.confirmed;
import static id.sigap.sla.clock.Samples.declined;
import static id.sigap.sla.clock.Samples.delivered;
import static id.sigap.sla.clock.Samples.deliveredAt;
import static id.sigap.sla.clock.Samples.requested;
import static id.sigap.sla.clock.Samples.swept;
import static id.sigap.sla.clock.Samples.undelivered;
import static id.sigap.sla.clock.Samples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.sla.Retraction;
import id.sigap.events.sla.SlaBreachRetracted;
import id.sigap.events.sla.SlaEvent;
import id.sigap.events.sla.SlaMet;
import id.sigap.events.sla.Timeliness;
import id.sigap.sla.policy.ClockStart;
import id.sigap.sla.policy.Policy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class ClockTest {

    private enum Told {
        REQUESTED(requested()),
        DELIVERED(delivered()),
        UNDELIVERED(undelivered()),
        ACKNOWLEDGED(acknowledged()),
        CONFIRMED_IN_TIME(confirmed(IN_TIME)),
        CONFIRMED_LATE(confirmed(LATE)),
        DECLINED_IN_TIME(declined(IN_TIME)),
        DECLINED_LATE(declined(LATE)),
        WITHDRAWN_IN_TIME(withdrawn(IN_TIME)),
        WITHDRAWN_LATE(withdrawn(LATE));

        private final Fact fact;

        Told(Fact fact) {
            this.fact = fact;
        }
    }

    @ParameterizedTest(name = "{0} × {1} → {2} {3}")
    @CsvSource(textBlock = """
            AWAITING_START, REQUESTED,         AWAITING_START, ''
            AWAITING_START, DELIVERED,         RUNNING,        ''
            AWAITING_START, UNDELIVERED,       AWAITING_START, ''
            AWAITING_START, ACKNOWLEDGED,      RUNNING,        ''
            AWAITING_START, CONFIRMED_IN_TIME, RUNNING,        ''
            AWAITING_START, CONFIRMED_LATE,    RUNNING,        ''
            AWAITING_START, DECLINED_IN_TIME,  RUNNING,        ''
            AWAITING_START, DECLINED_LATE,     RUNNING,        ''
            AWAITING_START, WITHDRAWN_IN_TIME, WITHDRAWN,      ''
            AWAITING_START, WITHDRAWN_LATE,    WITHDRAWN,      ''
            RUNNING,        REQUESTED,         RUNNING,        ''
            RUNNING,        DELIVERED,         RUNNING,        ''
            RUNNING,        UNDELIVERED,       RUNNING,        ''
            RUNNING,        ACKNOWLEDGED,      RUNNING,        ''
            RUNNING,        CONFIRMED_IN_TIME, MET,            SlaMet
            RUNNING,        CONFIRMED_LATE,    RUNNING,        ''
            RUNNING,        DECLINED_IN_TIME,  DECLINED,       ''
            RUNNING,        DECLINED_LATE,     RUNNING,        ''
            RUNNING,        WITHDRAWN_IN_TIME, WITHDRAWN,      ''
            RUNNING,        WITHDRAWN_LATE,    RUNNING,        ''
            AT_RISK,        REQUESTED,         AT_RISK,        ''
            AT_RISK,        DELIVERED,         AT_RISK,        ''
            AT_RISK,        UNDELIVERED,       AT_RISK,        ''
            AT_RISK,        ACKNOWLEDGED,      AT_RISK,        ''
            AT_RISK,        CONFIRMED_IN_TIME, MET,            SlaMet
            AT_RISK,        CONFIRMED_LATE,    AT_RISK,        ''
            AT_RISK,        DECLINED_IN_TIME,  DECLINED,       ''
            AT_RISK,        DECLINED_LATE,     AT_RISK,        ''
            AT_RISK,        WITHDRAWN_IN_TIME, WITHDRAWN,      ''
            AT_RISK,        WITHDRAWN_LATE,    AT_RISK,        ''
            BREACHED,       REQUESTED,         BREACHED,       ''
            BREACHED,       DELIVERED,         BREACHED,       ''
            BREACHED,       UNDELIVERED,       BREACHED,       ''
            BREACHED,       ACKNOWLEDGED,      BREACHED,       ''
            BREACHED,       CONFIRMED_IN_TIME, RETRACTED,      SlaBreachRetracted SlaMet
            BREACHED,       CONFIRMED_LATE,    MET_LATE,       SlaMet
            BREACHED,       DECLINED_IN_TIME,  RETRACTED,      SlaBreachRetracted
            BREACHED,       DECLINED_LATE,     BREACHED,       ''
            BREACHED,       WITHDRAWN_IN_TIME, RETRACTED,      SlaBreachRetracted
            BREACHED,       WITHDRAWN_LATE,    BREACHED,       ''
            MET,            REQUESTED,         MET,            ''
            MET,            DELIVERED,         MET,            ''
            MET,            UNDELIVERED,       MET,            ''
            MET,            ACKNOWLEDGED,      MET,            ''
            MET,            CONFIRMED_IN_TIME, MET,            ''
            MET,            CONFIRMED_LATE,    MET,            ''
            MET,            DECLINED_IN_TIME,  MET,            ''
            MET,            DECLINED_LATE,     MET,            ''
            MET,            WITHDRAWN_IN_TIME, MET,            ''
            MET,            WITHDRAWN_LATE,    MET,            ''
            MET_LATE,       REQUESTED,         MET_LATE,       ''
            MET_LATE,       DELIVERED,         MET_LATE,       ''
            MET_LATE,       UNDELIVERED,       MET_LATE,       ''
            MET_LATE,       ACKNOWLEDGED,      MET_LATE,       ''
            MET_LATE,       CONFIRMED_IN_TIME, RETRACTED,      SlaBreachRetracted SlaMet
            MET_LATE,       CONFIRMED_LATE,    MET_LATE,       ''
            MET_LATE,       DECLINED_IN_TIME,  RETRACTED,      SlaBreachRetracted
            MET_LATE,       DECLINED_LATE,     MET_LATE,       ''
            MET_LATE,       WITHDRAWN_IN_TIME, RETRACTED,      SlaBreachRetracted
            MET_LATE,       WITHDRAWN_LATE,    MET_LATE,       ''
            DECLINED,       REQUESTED,         DECLINED,       ''
            DECLINED,       DELIVERED,         DECLINED,       ''
            DECLINED,       UNDELIVERED,       DECLINED,       ''
            DECLINED,       ACKNOWLEDGED,      DECLINED,       ''
            DECLINED,       CONFIRMED_IN_TIME, DECLINED,       ''
            DECLINED,       CONFIRMED_LATE,    DECLINED,       ''
            DECLINED,       DECLINED_IN_TIME,  DECLINED,       ''
            DECLINED,       DECLINED_LATE,     DECLINED,       ''
            DECLINED,       WITHDRAWN_IN_TIME, DECLINED,       ''
            DECLINED,       WITHDRAWN_LATE,    DECLINED,       ''
            RETRACTED,      REQUESTED,         RETRACTED,      ''
            RETRACTED,      DELIVERED,         RETRACTED,      ''
            RETRACTED,      UNDELIVERED,       RETRACTED,      ''
            RETRACTED,      ACKNOWLEDGED,      RETRACTED,      ''
            RETRACTED,      CONFIRMED_IN_TIME, RETRACTED,      ''
            RETRACTED,      CONFIRMED_LATE,    RETRACTED,      ''
            RETRACTED,      DECLINED_IN_TIME,  RETRACTED,      ''
            RETRACTED,      DECLINED_LATE,     RETRACTED,      ''
            RETRACTED,      WITHDRAWN_IN_TIME, RETRACTED,      ''
            RETRACTED,      WITHDRAWN_LATE,    RETRACTED,      ''
            WITHDRAWN,      REQUESTED,         WITHDRAWN,      ''
            WITHDRAWN,      DELIVERED,         WITHDRAWN,      ''
            WITHDRAWN,      UNDELIVERED,       WITHDRAWN,      ''
            WITHDRAWN,      ACKNOWLEDGED,      WITHDRAWN,      ''
            WITHDRAWN,      CONFIRMED_IN_TIME, MET,            SlaMet
            WITHDRAWN,      CONFIRMED_LATE,    WITHDRAWN,      ''
            WITHDRAWN,      DECLINED_IN_TIME,  DECLINED,       ''
            WITHDRAWN,      DECLINED_LATE,     WITHDRAWN,      ''
            WITHDRAWN,      WITHDRAWN_IN_TIME, WITHDRAWN,      ''
            WITHDRAWN,      WITHDRAWN_LATE,    WITHDRAWN,      ''
            """)
    void everyFactInEveryState_leadsWhereTheProcedureSays(State from, Told told, State to, String said) {
        // Given
        Clock clock = Samples.in(from);
        // When
        List<SlaEvent> events = clock.learn(told.fact, FROM_DELIVERY, NOW);
        // Then
        assertThat(clock.state).isEqualTo(to);
        assertThat(names(events)).isEqualTo(said);
    }

    @Test
    void confirmation_ofTheLastMoment_isInTime() {
        // Given
        Clock clock = Samples.in(State.RUNNING);
        // When
        List<SlaEvent> events = clock.learn(confirmed(clock.dueAt), FROM_DELIVERY, NOW);
        // Then
        assertThat(events).singleElement().isInstanceOfSatisfying(SlaMet.class, met -> {
            assertThat(met.timeliness()).isEqualTo(Timeliness.ON_TIME);
            assertThat(met.confirmedAt()).isEqualTo(clock.dueAt);
        });
    }

    @Test
    void breach_declaredWrongly_isRetractedWithItsReason() {
        // Given
        Clock clock = Samples.in(State.BREACHED);
        // When
        List<SlaEvent> events = clock.learn(declined(IN_TIME), FROM_DELIVERY, NOW);
        // Then
        assertThat(events).singleElement().isInstanceOfSatisfying(SlaBreachRetracted.class, retracted -> assertThat(
                        retracted.reason())
                .isEqualTo(Retraction.DECLINED_IN_TIME));
    }

    @Test
    void lateAnswer_declaresNothing_untilAllAnswersOfThatTimeAreSeen() {
        // Given
        Clock clock = Samples.in(State.RUNNING);
        // When
        List<SlaEvent> early = clock.learn(confirmed(LATE), FROM_DELIVERY, NOW);
        List<SlaEvent> afterwards = swept(clock);
        // Then
        assertThat(early).isEmpty();
        assertThat(names(afterwards)).isEqualTo("SlaAtRisk SlaBreached SlaMet");
        assertThat(clock.state).isEqualTo(State.MET_LATE);
    }

    @ParameterizedTest(name = "{0} then {1}")
    @CsvSource({"CONFIRMED_LATE, CONFIRMED_IN_TIME", "CONFIRMED_IN_TIME, CONFIRMED_LATE"})
    void sameAnswer_onTwoWays_countsFromTheEarlier_andNoBreachIsDeclared(Told first, Told second) {
        // Given
        Clock clock = Samples.in(State.AT_RISK);
        // When
        List<SlaEvent> said = new ArrayList<>(clock.learn(first.fact, FROM_DELIVERY, NOW));
        said.addAll(clock.learn(second.fact, FROM_DELIVERY, NOW));
        said.addAll(swept(clock));
        // Then
        assertThat(names(said)).isEqualTo("SlaMet");
        assertThat(clock.confirmedAt).isEqualTo(IN_TIME);
    }

    @Test
    void sameAnswer_readEarlierThanItCounted_retractsTheBreach_andIsMetInTime() {
        // Given
        Clock clock = Samples.in(State.MET_LATE);
        // When
        List<SlaEvent> said = clock.learn(confirmed(IN_TIME), FROM_DELIVERY, NOW);
        // Then
        assertThat(said.getLast()).isInstanceOfSatisfying(SlaMet.class, met -> assertThat(met.timeliness())
                .isEqualTo(Timeliness.ON_TIME));
    }

    @Test
    void breach_ofWhatWasWithdrawnInTime_isRetractedWithItsReason() {
        // Given
        Clock clock = Samples.in(State.BREACHED);
        // When
        List<SlaEvent> events = clock.learn(withdrawn(IN_TIME), FROM_DELIVERY, NOW);
        // Then
        assertThat(events).singleElement().isInstanceOfSatisfying(SlaBreachRetracted.class, retracted -> assertThat(
                        retracted.reason())
                .isEqualTo(Retraction.WITHDRAWN));
    }

    @Test
    void answerInTime_toWhatWasWithdrawn_isKnownAfterTheRetraction_andCounts() {
        // Given
        Clock clock = Samples.in(State.BREACHED);
        clock.learn(withdrawn(IN_TIME), FROM_DELIVERY, NOW);
        // When
        List<SlaEvent> events = clock.learn(confirmed(IN_TIME), FROM_DELIVERY, NOW);
        // Then
        assertThat(names(events)).isEqualTo("SlaMet");
        assertThat(clock.retraction).isEqualTo(Retraction.CONFIRMED_IN_TIME);
    }

    @Test
    void answerToWhatIsWithdrawn_whoseDeliveryNobodyReported_countsOnceSettled() {
        // Given
        Clock clock = after(requested(), withdrawn(IN_TIME), confirmed(IN_TIME));
        assertThat(clock.state).isEqualTo(State.WITHDRAWN);
        // When
        List<SlaEvent> events = clock.settle(NOW);
        // Then
        assertThat(names(events)).isEqualTo("SlaMet");
    }

    @Test
    void secondChannel_thatTookTheRequestEarlier_startsTheOpenClockEarlier() {
        // Given
        Clock clock = Samples.in(State.RUNNING);
        // When
        clock.learn(deliveredAt(Samples.DELIVERED.minusMillis(500)), FROM_DELIVERY, NOW);
        // Then
        assertThat(clock.startedAt).isEqualTo(Samples.DELIVERED.minusMillis(500));
        assertThat(Duration.between(clock.startedAt, clock.dueAt)).isEqualTo(Samples.WINDOW);
    }

    @Test
    void termsOfABreach_areNotMovedByALaterReport() {
        // Given
        Clock clock = Samples.in(State.BREACHED);
        var due = clock.dueAt;
        // When
        clock.learn(deliveredAt(Samples.DELIVERED.minusMillis(500)), FROM_DELIVERY, NOW);
        // Then
        assertThat(clock.dueAt).isEqualTo(due);
    }

    @Test
    void answerWithoutReportedDelivery_countsOnceSettled_fromTheAnswerItself() {
        // Given
        Clock clock = after(requested(), acknowledged(), confirmed(IN_TIME));
        // When
        List<SlaEvent> events = clock.settle(NOW);
        // Then
        assertThat(clock.state).isEqualTo(State.MET);
        assertThat(events).singleElement().isInstanceOfSatisfying(SlaMet.class, met -> assertThat(met.startedAt())
                .isEqualTo(Samples.ACKNOWLEDGED));
    }

    @Test
    void atRisk_isTheShareOfTheWindowThatThePolicySays() {
        // Given
        var half = new Policy(ClockStart.REQUESTED, new BigDecimal("0.5"));
        Clock clock = Samples.unknown();
        // When
        clock.learn(requested(), half, NOW);
        // Then
        assertThat(clock.atRiskAt).isEqualTo(Samples.REQUESTED.plus(Samples.WINDOW.dividedBy(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED,         2026-03-02T03:40:02Z",
        "REQUESTED,         2026-03-02T03:40:00Z",
        "EVIDENCE_COMPLETE, 2026-03-02T03:20:00Z"
    })
    void window_beginsWhereThePolicySays(ClockStart start, Instant expected) {
        // Given
        Clock clock = Samples.unknown();
        // When
        clock.learn(requested(), new Policy(start, BigDecimal.ONE), NOW);
        clock.learn(delivered(), FROM_DELIVERY, NOW);
        // Then
        assertThat(clock.startedAt).isEqualTo(expected);
    }

    private static String names(List<SlaEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).collect(Collectors.joining(" "));
    }
}
