package id.sigap.sla.clock;

import static id.sigap.sla.clock.Samples.IN_TIME;
import static id.sigap.sla.clock.Samples.LATE;
import static id.sigap.sla.clock.Samples.NOW;
import static id.sigap.sla.clock.Samples.acknowledged;
import static id.sigap.sla.clock.Samples.confirmed;
import static id.sigap.sla.clock.Samples.declined;
import static id.sigap.sla.clock.Samples.delivered;
import static id.sigap.sla.clock.Samples.requested;
import static id.sigap.sla.clock.Samples.swept;
import static id.sigap.sla.clock.Samples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.sla.SlaEvent;
import id.sigap.sla.policy.ClockStart;
import id.sigap.sla.policy.Policy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two topics tell of one request, in any order of arrival: the end is the same. */
@Tag("quick")
class ArrivalOrderTest {

    private static final BigDecimal SHARE = new BigDecimal("0.75");

    private record Ending(ClockView clock, Set<SlaEvent> said) {}

    static Stream<List<Object>> answersAndPolicies() {
        return Stream.of(confirmed(IN_TIME), confirmed(LATE), declined(IN_TIME), declined(LATE))
                .flatMap(answer ->
                        Stream.of(ClockStart.values()).map(start -> List.of(answer, new Policy(start, SHARE))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersAndPolicies")
    void everyOrderOfArrival_endsTheSame(List<Object> answerAndPolicy) {
        // Given
        var answer = (Fact) answerAndPolicy.getFirst();
        var policy = (Policy) answerAndPolicy.getLast();
        var procedure = List.of(requested(), delivered(), acknowledged(), answer);
        // When
        Set<Ending> endings = endings(procedure, policy);
        // Then
        assertThat(orders(procedure)).hasSize(24);
        assertThat(endings).containsExactly(ending(procedure, policy));
    }

    static Stream<Arguments> answersAndWithdrawals() {
        return Stream.of(ClockStart.values()).flatMap(start -> {
            Instant last = Samples.lastMoment(start);
            Instant late = last.plusMillis(1);
            return Stream.of(
                    Arguments.of(State.WITHDRAWN, withdrawn(last), List.of(), start),
                    Arguments.of(State.BREACHED, withdrawn(late), List.of(), start),
                    Arguments.of(State.MET, withdrawn(last), List.of(confirmed(last)), start),
                    Arguments.of(State.WITHDRAWN, withdrawn(last), List.of(confirmed(late)), start),
                    Arguments.of(State.MET, withdrawn(late), List.of(confirmed(last)), start),
                    Arguments.of(State.MET_LATE, withdrawn(late), List.of(confirmed(late)), start),
                    Arguments.of(State.DECLINED, withdrawn(last), List.of(declined(last)), start),
                    Arguments.of(State.WITHDRAWN, withdrawn(last), List.of(declined(late)), start),
                    Arguments.of(State.DECLINED, withdrawn(late), List.of(declined(last)), start),
                    Arguments.of(State.BREACHED, withdrawn(late), List.of(declined(late)), start),
                    Arguments.of(State.MET, withdrawn(late), List.of(confirmed(late), confirmed(last)), start));
        });
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @MethodSource("answersAndWithdrawals")
    void everyOrderOfArrival_withAWithdrawal_endsTheSame(
            State expected, Fact withdrawal, List<Fact> answers, ClockStart start) {
        // Given
        List<Fact> procedure = new ArrayList<>(List.of(requested(), delivered(), acknowledged(), withdrawal));
        procedure.addAll(answers);
        // When
        Set<Ending> endings = endings(procedure, new Policy(start, SHARE));
        // Then
        assertThat(endings)
                .singleElement()
                .extracting(ending -> ending.clock().state())
                .isEqualTo(expected);
    }

    private static Set<Ending> endings(List<Fact> procedure, Policy policy) {
        Set<Ending> endings = new HashSet<>();
        orders(procedure).forEach(order -> endings.add(ending(order, policy)));
        return endings;
    }

    /** All is told, and then the window has passed. */
    private static Ending ending(List<Fact> order, Policy policy) {
        Clock clock = Samples.unknown();
        List<SlaEvent> said = new ArrayList<>();
        order.forEach(fact -> said.addAll(clock.learn(fact, policy, NOW)));
        said.addAll(swept(clock));
        return new Ending(ClockView.of(clock, NOW), Set.copyOf(said));
    }

    private static List<List<Fact>> orders(List<Fact> facts) {
        if (facts.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Fact>> orders = new ArrayList<>();
        for (Fact first : facts) {
            List<Fact> rest = new ArrayList<>(facts);
            rest.remove(first);
            orders(rest).forEach(tail -> {
                List<Fact> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                orders.add(order);
            });
        }
        return orders;
    }
}
