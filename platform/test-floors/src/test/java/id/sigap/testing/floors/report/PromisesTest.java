package id.sigap.testing.floors.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.testing.floors.report.Promises.Move;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class PromisesTest {

    private static final String OLD = "id.sigap.a.OldTest > it_holds(Kind) > [1] ONE";

    @Test
    void whatNobodyHoldsAnyMore_isGone() {
        assertThat(promises().goneFrom(List.of("id.sigap.a.OldTest > it_holds(Kind) > [2] TWO")))
                .containsExactly(OLD);
    }

    @Test
    void whatIsStillThere_isNotGone() {
        assertThat(promises().goneFrom(List.of(OLD))).isEmpty();
    }

    @Test
    void aMethodListedAsAWhole_isHeldByItsInvocations() {
        // Given
        Promises promises = new Promises(List.of("id.sigap.a.OldTest > it_holds(Kind)"), List.of());
        // Then
        assertThat(promises.goneFrom(List.of(OLD))).isEmpty();
    }

    @Test
    void aClassThatMoved_holdsTheSameNamesElsewhere() {
        // Given
        Promises promises = promises(new Move("id.sigap.a.OldTest", "id.sigap.b.NewTest", "a plain rule"));
        // Then
        assertThat(promises.goneFrom(List.of("id.sigap.b.NewTest > it_holds(Kind) > [1] ONE")))
                .isEmpty();
        assertThat(promises.goneFrom(List.of("id.sigap.b.NewTest > other()"))).containsExactly(OLD);
    }

    @Test
    void aMethodThatMoved_isHeldByItsSuccessor_ifThatRan() {
        // Given
        Promises promises =
                promises(new Move("id.sigap.a.OldTest#it_holds", "id.sigap.b.NewTest#itStillHolds", "renamed"));
        // Then
        assertThat(promises.goneFrom(List.of("id.sigap.b.NewTest > itStillHolds()")))
                .isEmpty();
        assertThat(promises.goneFrom(List.of("id.sigap.b.NewTest > itStillHoldsNot()")))
                .containsExactly(OLD);
    }

    @Test
    void whatOnlyLeftTheDefaultFloor_mustStillRun() {
        assertThat(promises(new Move("id.sigap.a.OldTest", "full", "slow")).goneFrom(List.of()))
                .containsExactly(OLD);
    }

    @Test
    void whatIsAnotherWithEachRun_isNotPartOfAName() {
        assertThat(Promises.listed("a.BTest > m() > [1] id.sigap.Thing@1f2e3d4c 2026-11-30T10:00:00.5Z 41233"))
                .isEqualTo("a.BTest > m() > [1] id.sigap.Thing… … …");
    }

    private static Promises promises(Move... moves) {
        return new Promises(List.of(OLD), List.of(moves));
    }
}
