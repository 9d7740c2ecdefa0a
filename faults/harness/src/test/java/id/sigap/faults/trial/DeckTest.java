package id.sigap.faults.trial;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.fault.Fault;
import id.sigap.faults.fault.Faults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class DeckTest {

    private static final int ROUNDS = 40;

    @Test
    void sameSeed_sameFaults() {
        assertThat(hands(7)).isEqualTo(hands(7)).isNotEqualTo(hands(8));
    }

    @Test
    void faultsOfOneRound_neverLayHandsOnTheSame() {
        for (List<Fault> hand : hands(3)) {
            for (Fault one : hand) {
                assertThat(hand).filteredOn(other -> other != one).noneMatch(one::sharesATargetWith);
            }
        }
    }

    @Test
    void everyFault_hasItsTurn() {
        Set<Fault> dealt = new HashSet<>();
        hands(11).forEach(dealt::addAll);
        assertThat(dealt).containsExactlyInAnyOrderElementsOf(Faults.all());
    }

    private static List<List<Fault>> hands(long seed) {
        Deck deck = new Deck(Faults.all(), seed);
        List<List<Fault>> hands = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            hands.add(deck.deal(3));
            deck.dice();
        }
        return hands;
    }
}
