package id.sigap.bench.report;

import java.util.Locale;

/** What is to be reached. */
public sealed interface Bar {

    /** Ten times the work may cost ten times as much; a quarter on top is the machine's noise. */
    Bar NO_FASTER_THAN_THE_WORK = new RatioAtMost(1.25);

    boolean isPassed(Row row);

    /** The ratio to the limit must not be below this. */
    record RatioAtLeast(double bound) implements Bar {
        @Override
        public boolean isPassed(Row row) {
            return row.ratio().orElseThrow() >= bound;
        }

        @Override
        public String toString() {
            return "ratio >= " + number(bound);
        }
    }

    /** The ratio to the limit must not be above this. */
    record RatioAtMost(double bound) implements Bar {
        @Override
        public boolean isPassed(Row row) {
            return row.ratio().orElseThrow() <= bound;
        }

        @Override
        public String toString() {
            return "ratio <= " + number(bound);
        }
    }

    /** The value must not be above this. */
    record AtMost(double bound) implements Bar {
        @Override
        public boolean isPassed(Row row) {
            return row.value() <= bound;
        }

        @Override
        public String toString() {
            return "<= " + number(bound);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
