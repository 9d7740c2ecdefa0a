package id.sigap.faults.trial;

import id.sigap.faults.fault.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Deals faults by a seed, so that each has its turn before any comes again; same seed, same faults. */
final class Deck {

    private final List<Fault> faults;
    private final Random random;
    private final List<Fault> left = new ArrayList<>();

    Deck(List<Fault> faults, long seed) {
        this.faults = List.copyOf(faults);
        this.random = new Random(seed);
    }

    /** Faults that may happen at the same time. */
    List<Fault> deal(int atMost) {
        List<Fault> hand = new ArrayList<>();
        while (hand.size() < atMost && hand.size() < faults.size()) {
            if (left.isEmpty()) {
                left.addAll(faults);
                left.removeAll(hand);
                Collections.shuffle(left, random);
            }
            Fault next = left.stream()
                    .filter(fault -> hand.stream().noneMatch(fault::sharesATargetWith))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return hand;
            }
            left.remove(next);
            hand.add(next);
        }
        return hand;
    }

    /** For one fault of this round: its own dice, so that what it does doesn't hang on the others. */
    Random dice() {
        return new Random(random.nextLong());
    }
}
