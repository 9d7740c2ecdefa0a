package id.sigap.sla.clock;

import static id.sigap.sla.clock.Samples.IN_TIME;
import static id.sigap.sla.clock.Samples.LATE;
import static id.sigap.sla.clock.Samples.NOW;
import static id.sigap.sla.clock.Samples.acknowledged;
import static id.sigap.sla.clock.Samples.confirmed;
import static id.sigap.sla.clock.Samples.declined;
import static id.sigap.sla.clock.Samples.delivered;
import static id.sigap.sla.clock.Samples.requested;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.sla.SlaEvent;
import id.sigap.sla.policy.ClockStart;
import id.sigap.sla.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two topics tell of one request, in any order of arrival: the end is the same. */
@Tag("quick")
class ArrivalOrderTest {

    private record Ending(ClockView clock, Set<SlaEvent> said) {}

    static Stream<List<Object>> answersAndPolicies() {
        return Stream.of(confirmed(IN_TIME), confirmed(LATE), declined(IN_TIME), declined(LATE))
                .flatMap(answer -> Stream.of(ClockStart.values())
                        .map(start -> List.of(answer, new Policy(start, new BigDecimal("0.75")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersAndPolicies")
    void everyOrderOfArrival_endsTheSame(List<Object> answerAndPolicy) {
        // Given
        var answer = (Fact) answerAndPolicy.getFirst();
        var policy = (Policy) answerAndPolicy.getLast();
        var procedure = List.of(requested(), delivered(), acknowledged(), answer);
        // When
        Set<Ending> endings = new HashSet<>();
        orders(procedure).forEach(order -> endings.add(ending(order, policy)));
        // Then
        assertThat(orders(procedure)).hasSize(24);
        assertThat(endings).containsExactly(ending(procedure, policy));
    }

    private static Ending ending(List<Fact> order, Policy policy) {
        Clock clock = Samples.unknown();
        List<SlaEvent> said = new ArrayList<>();
        order.forEach(fact -> said.addAll(clock.learn(fact, policy, NOW)));
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
