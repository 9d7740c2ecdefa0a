package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.agent.FailPoint;
import id.sigap.faults.agent.Traps;
import id.sigap.faults.trial.SystemUnderTest;
import id.sigap.local.actors.Cast;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reports pass, and on their way services die.
 *
 * @param deaths which service dies at which point; a service may die more than once
 * @param reports how many are on their way at the same time: while one waits for its dead, another goes on to the next
 */
record FailPointRound(Map<FailPoint, Service> deaths, int reports) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    FailPointRound {
        deaths = new EnumMap<>(deaths); // a round has the same name each time
    }

    /** Each dies and is started again, and every report passes once. */
    void on(SystemUnderTest system, Cast cast) {
        // Given
        LocalStack stack = system.stack();
        Traps traps = system.traps();
        List<Passage> passages = Stream.generate(() -> new Passage(cast, Passage.HURRIED_OPERATOR))
                .limit(reports)
                .toList();
        Map<Service, Integer> restarts = new EnumMap<>(Service.class);
        EnumSet.copyOf(deaths.values()).forEach(service -> restarts.put(service, stack.restarts(service)));
        deaths.forEach((point, service) -> traps.arm(point, service.id()));
        // When
        atOnce(passages, passage -> pass(passage, traps));
        // Then
        deaths.forEach((point, service) -> {
            assertThat(traps.awaitTaken(point, PATIENCE)).as(point.id()).isTrue();
            assertThat(traps.takenBy(point)).map(Traps.Taken::service).contains(service.id());
        });
        restarts.forEach((service, before) -> {
            long died = deaths.values().stream().filter(service::equals).count();
            Passage.atLast(() -> assertThat(stack.restarts(service) - before)
                    .as("restarts of " + service.id())
                    .isGreaterThanOrEqualTo((int) died));
        });
        stack.awaitAllReady();
        passages.forEach(Passage::happenedOnce);
    }

    private void pass(Passage passage, Traps traps) {
        passage.reports().isVerified().isAskedOfTheOperator();
        if (deaths.containsKey(FailPoint.MID_SWEEP)) {
            // the operator lets its window pass
            traps.awaitTaken(FailPoint.MID_SWEEP, PATIENCE);
        }
        passage.isConfirmed().ends();
    }

    private static void atOnce(List<Passage> passages, Consumer<Passage> way) {
        try (ExecutorService walkers = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(passages.stream()
                            .map(passage -> CompletableFuture.runAsync(() -> way.accept(passage), walkers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    @Override
    public String toString() {
        return deaths.toString();
    }
}
