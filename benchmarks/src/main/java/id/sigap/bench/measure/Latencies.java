package id.sigap.bench.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long things took. Many threads may add. */
public final class Latencies {

    private static final int DIGITS = 3;

    private final Histogram nanos = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(10), DIGITS);

    /** Longer than ten minutes counts as ten. */
    public void add(long duration) {
        nanos.recordValue(Math.clamp(duration, 0, nanos.getHighestTrackableValue()));
    }

    public long count() {
        return nanos.getTotalCount();
    }

    /** In milliseconds. */
    public double p50() {
        return percentile(50);
    }

    /** In milliseconds. */
    public double p99() {
        return percentile(99);
    }

    private double percentile(double share) {
        return nanos.getValueAtPercentile(share) / 1e6;
    }
}
