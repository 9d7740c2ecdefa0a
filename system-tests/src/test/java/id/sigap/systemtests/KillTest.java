package id.sigap.systemtests;

import static id.sigap.systemtests.Passage.atLast;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.local.actors.Cast;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.Stack;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 of one service while reports are on their way: nothing is lost, nothing happens twice. At their worst moments: {@link FailPointsTest}. */
@Tag("full")
@Order(7)
@ExtendWith(Whole.class)
class KillTest {

    private static final int REPORTS = 4;
    private static final String PENDING = "select count(*) from pending";
    private static final String SET_ASIDE = "select count(*) from set_aside where topic like 'sigap.%'";

    @ParameterizedTest(name = "{0}")
    @EnumSource(Service.class)
    void aKilledService_losesNothing_doublesNothing(Service victim, LocalStack system) throws Exception {
        // Given
        int restarts = system.restarts(victim);
        Map<Service, Long> setAside = setAside(system.description());
        CountDownLatch underWay = new CountDownLatch(REPORTS / 2);
        List<Passage> passages = new ArrayList<>();
        try (Cast cast = new Cast(system.description());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> walks = new ArrayList<>();
            for (int i = 0; i < REPORTS; i++) {
                Passage passage = new Passage(cast, Passage.PATIENT_OPERATOR);
                passages.add(passage);
                walks.add(threads.submit(() -> {
                    passage.reports();
                    underWay.countDown();
                    passage.isVerified().isConfirmed().ends().metItsWindow();
                }));
            }
            // When
            assertThat(underWay.await(Passage.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            system.kill(victim);
            for (Future<?> walk : walks) {
                walk.get(Passage.PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
            }
            // Then
            assertThat(system.restarts(victim)).isGreaterThan(restarts);
            passages.forEach(Passage::happenedOnce);
            nothingIsLeftOver(system.description(), setAside);
        }
    }

    private static void nothingIsLeftOver(Stack stack, Map<Service, Long> setAside) {
        for (Service service : Service.values()) {
            atLast(() -> assertThat(Rows.count(stack, service, PENDING))
                    .as("unpublished events of " + service)
                    .isZero());
        }
        atLast(() -> assertThat(setAside(stack)).as("events set aside").isEqualTo(setAside));
    }

    private static Map<Service, Long> setAside(Stack stack) {
        Map<Service, Long> counts = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            counts.put(service, Rows.count(stack, service, SET_ASIDE));
        }
        return counts;
    }
}
