package id.sigap.service;

import java.time.Duration;

/**
 * How fast one body must come.
 *
 * @param length in bytes, as announced; otherwise the most it can be
 */
record BodyPace(BodyConfig config, long length) {

    /** @param came bytes until now @param since it was begun to be read */
    boolean isTooSlow(long came, Duration since) {
        return since.compareTo(deadline()) > 0 || came < dueAfter(since);
    }

    private Duration deadline() {
        Duration atFileRate = Duration.ofSeconds(length / config.fileRate());
        return atFileRate.compareTo(config.longest()) > 0 ? atFileRate : config.longest();
    }

    /** Long before the deadline it shows who sends drop by drop. */
    private long dueAfter(Duration since) {
        long judged = Math.max(0, since.minus(config.grace()).toMillis());
        return judged * config.slowest() / Duration.ofSeconds(1).toMillis();
    }
}
