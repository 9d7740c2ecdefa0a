package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.check.Verdict;
import id.sigap.local.stack.Stack;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A real system that was used is judged to be whole; damaged by hand it is judged to be damaged, each time for the right reason. Last, for nobody
 * can use it afterwards.
 */
@Tag("system")
@Order(10)
@ExtendWith(Whole.class)
class CheckerOnAStackTest {

    private static final Map<Damage, String> HURT = new EnumMap<>(Damage.class);

    private static Verdict whole;
    private static Verdict damaged;

    @BeforeAll
    static void damage(Wholes wholes) {
        ShortRound round = wholes.shortRound();
        whole = round.verdict(); // before: logs are not copied
        Stack stack = wholes.single().stack().description();
        try (Hand hand = new Hand(stack, round.seen())) {
            for (Damage damage : Damage.values()) {
                HURT.put(damage, damage.by(hand));
            }
        }
        damaged = round.verdictOn(stack);
        wholes.close();
    }

    @Test
    void aWholeSystem_becomesQuiet_andEveryInvariantHolds() {
        assertThat(whole.findings().values().stream().flatMap(List::stream)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Damage.class)
    void damage_isFound_andNamed(Damage damage) {
        assertThat(damaged.findings().get(damage.breaks()))
                .as("%s of %s", damage, HURT.get(damage))
                .anySatisfy(finding -> assertThat(finding.toString()).contains(HURT.get(damage)));
    }
}
