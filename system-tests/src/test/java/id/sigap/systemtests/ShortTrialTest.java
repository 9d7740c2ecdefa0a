package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** First, on the fresh system: its judge takes what others did for damage. */
@Tag("system")
@Order(1)
@ExtendWith(Whole.class)
class ShortTrialTest {

    @Test
    void brokenAndHealed_everyPromiseIsKept(ShortRound round) {
        assertThat(round.broken()).isEmpty();
    }
}
