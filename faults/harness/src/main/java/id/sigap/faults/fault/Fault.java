package id.sigap.faults.fault;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A named way to break the system.
 *
 * @param name as in {@code --case}
 * @param meaning in words, for {@code --list}
 * @param targets what it lays hands on
 * @param hindrance why it can't be done here; empty if it can
 * @param injection breaks and heals; returns when it has healed what it broke
 */
public record Fault(
        String name,
        String meaning,
        Set<Target> targets,
        Function<Site, Optional<String>> hindrance,
        Injection injection) {

    /** Breaks and heals. */
    @FunctionalInterface
    public interface Injection {

        /** @throws Exception if it could not be injected, or not be healed: then the round has proven nothing */
        void into(Site site, RandomGenerator dice) throws Exception;
    }

    public Fault {
        targets = Set.copyOf(targets);
    }

    static Fault always(String name, String meaning, Set<Target> targets, Injection injection) {
        return new Fault(name, meaning, targets, _ -> Optional.empty(), injection);
    }

    public boolean sharesATargetWith(Fault other) {
        return targets.stream().anyMatch(other.targets::contains);
    }

    @Override
    public String toString() {
        return name;
    }
}
