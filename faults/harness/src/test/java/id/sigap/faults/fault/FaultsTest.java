package id.sigap.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class FaultsTest {

    @Test
    void aDeathAtAWorstMoment_mayNameItsVictim_andLaysHandsOnNobodyElse() {
        assertThat(Faults.named("dies-relay-after-ack@ticket-service"))
                .hasValueSatisfying(fault -> assertThat(fault.targets()).containsExactly(Target.TICKET));
        assertThat(Faults.named("dies-relay-after-ack"))
                .hasValueSatisfying(fault -> assertThat(fault.targets()).hasSizeGreaterThan(1));
    }

    @Test
    void aVictimThatNeverComesThere_isNoFault() {
        assertThat(Faults.named("dies-mid-sweep@ticket-service")).isEmpty();
    }
}
