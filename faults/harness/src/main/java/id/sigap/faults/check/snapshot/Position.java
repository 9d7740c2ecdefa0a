package id.sigap.faults.check.snapshot;

/**
 * How far a consumer group has committed in a partition.
 *
 * @param committed the next offset it would read; 0 if it never committed
 */
public record Position(String group, String topic, int partition, long committed) {}
