package id.sigap.bench.measure;

/**
 * One round at full speed.
 *
 * @param seconds how long it took
 */
public record Throughput(long count, double seconds, Latencies latencies) {

    public double perSecond() {
        return count / seconds;
    }
}
