package id.sigap.bench.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle one: a noisy neighbour spoils a round, not the result. */
public final class Median {

    private Median() {}

    /** @throws IllegalArgumentException if there is none */
    public static <T> double of(Collection<T> rounds, ToDoubleFunction<T> number) {
        double[] sorted = rounds.stream().mapToDouble(number).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no round was measured");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static double of(double... rounds) {
        return of(Arrays.stream(rounds).boxed().toList(), Double::doubleValue);
    }
}
