package id.sigap.bench.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number of a benchmark.
 *
 * @param bench which one
 * @param metric what was measured
 * @param unit of value and limit
 * @param value the median of the rounds
 * @param limit what the machine gives without us, in the same run; empty where nothing is comparable
 * @param bar what is to be reached; empty for what is only shown
 */
public record Row(String bench, String metric, String unit, double value, OptionalDouble limit, Optional<Bar> bar) {

    /** A number to look at. */
    public static Row shown(String bench, String metric, String unit, double value) {
        return new Row(bench, metric, unit, value, OptionalDouble.empty(), Optional.empty());
    }

    public Row against(double limit) {
        return new Row(bench, metric, unit, value, OptionalDouble.of(limit), bar);
    }

    public Row bar(Bar bar) {
        return new Row(bench, metric, unit, value, limit, Optional.of(bar));
    }

    public OptionalDouble ratio() {
        return limit.isPresent() ? OptionalDouble.of(value / limit.getAsDouble()) : OptionalDouble.empty();
    }

    /** Empty where there is no bar. */
    public Optional<Boolean> pass() {
        return bar.map(wanted -> wanted.isPassed(this));
    }
}
