package id.sigap.sla.watermark;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Up to when every confirmation has been seen, over all partitions, and how long ago that is. Beyond it no window is judged. */
@ApplicationScoped
public class Horizon {

    @Inject
    Partitions partitions;

    @Inject
    Watermarks watermarks;

    private volatile Sighting latest = new Sighting(OptionalInt.empty(), List.of(), System.nanoTime());

    /** @param takenAt System.nanoTime, so that the age grows while the database is silent */
    private record Sighting(OptionalInt partitions, List<Watermark> marks, long takenAt) {}

    @Inject
    void register(MeterRegistry metrics) {
        Gauge.builder("sigap.sla.watermark.age", this, Horizon::ageInSeconds)
                .description("how far the oldest watermark lies behind; infinite while a partition never sent one")
                .baseUnit("seconds")
                .strongReference(true)
                .register(metrics);
    }

    @Scheduled(every = "${sigap.sla.sweep.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        OptionalInt count = partitions.count();
        latest = new Sighting(count, watermarks.of(count.orElse(0)), System.nanoTime());
    }

    /** How far the oldest watermark lies behind; empty while a partition never sent one. */
    Optional<Duration> age() {
        Sighting seen = latest;
        if (seen.partitions().isEmpty()
                || seen.marks().size() < seen.partitions().getAsInt()) {
            return Optional.empty();
        }
        return seen.marks().stream()
                .map(Watermark::age)
                .max(Duration::compareTo)
                .map(age -> age.plusNanos(System.nanoTime() - seen.takenAt()));
    }

    /** The watermarks at the last look. */
    List<Watermark> marks() {
        return latest.marks();
    }

    OptionalInt partitions() {
        return latest.partitions();
    }

    private double ageInSeconds() {
        return age().map(age -> age.toMillis() / 1000.0).orElse(Double.POSITIVE_INFINITY);
    }
}
