package id.sigap.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is whole is found whole, and what is excused is not held against the system. */
@Tag("quick")
class CheckerTest {

    @Test
    void aHealthyWorld_isFoundWhole() {
        // Given
        World world = new World();
        Tale.healthy(world);
        // When
        Verdict verdict = world.judged();
        // Then
        assertThat(verdict.findings().values().stream().flatMap(List::stream)).isEmpty();
        assertThat(verdict.held()).isTrue();
    }

    @Test
    void aLostAnswer_mayHaveHappenedOrNot() {
        // Given
        World world = new World();
        Tale.healthy(world);
        Map<String, String> asked = Map.of("key", "k", "narrative", "Cerita yang tidak pernah sampai");
        // When
        world.attempt(Operation.SUBMIT_REPORT, Phase.UNKNOWN, asked, Map.of());
        // Then
        assertThat(world.judged().held()).isTrue();
    }

    @Test
    void aMailThatIsGone_isExcused_ifTheMailServerForgot() {
        // Given
        World world = new World();
        Tale.healthy(world);
        // When
        world.mails.removeFirst();
        // Then
        assertThat(world.judged().broken()).containsExactly(Invariant.D);
        assertThat(world.judged(Expectations.strict().excusing(Excuse.MAIL_LOST))
                        .held())
                .isTrue();
    }

    @Test
    void poisonThatWasInjected_mayLieAmongTheDeadLetters_andMustNot_otherwise() {
        // Given
        World world = new World();
        Tale.healthy(world);
        // When
        var poison = world.write("sigap.reports", "nobody", "{".getBytes(), Map.of());
        Poison.setAside(world, poison);
        // Then
        assertThat(world.judged().broken()).contains(Invariant.G, Invariant.I);
        Poison.admitted(world, poison);
        assertThat(world.judged().findings().values().stream().flatMap(List::stream))
                .isEmpty();
    }

    @Test
    void poisonThatWasInjected_mustNotBePassedOver() {
        // Given
        World world = new World();
        Tale.healthy(world);
        // When
        Poison.admitted(world, world.write("sigap.tickets", null, null, Map.of()));
        // Then
        assertThat(world.judged().findings().get(Invariant.I)).hasSize(3).allSatisfy(finding -> assertThat(
                        finding.what())
                .contains("passed over a record that nobody can read"));
    }
}
