package id.sigap.sla.watermark;

import java.time.Duration;
import java.time.Instant;

/**
 * Every confirmation received up to {@code through} that lies in this partition has been handled here.
 *
 * @param partition of {@code sigap.confirmations}
 * @param through up to when
 * @param age how long ago that is, by the database's clock
 */
public record Watermark(int partition, Instant through, Duration age) {}
