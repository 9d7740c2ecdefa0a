package id.sigap.intake.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class SingleFlightTest {

    private final SingleFlight<String, Integer> flights = new SingleFlight<>();

    @Test
    void whoAsksWhileItIsDone_getsTheSame_andItIsDoneOnce() throws Exception {
        // Given
        var done = new AtomicInteger();
        var go = new CountDownLatch(1);
        List<FutureTask<Integer>> answers = Stream.generate(() -> new FutureTask<>(() -> flights.of("a", () -> {
                    awaited(go);
                    return done.incrementAndGet();
                })))
                .limit(6)
                .toList();
        // When
        List<Thread> askers =
                answers.stream().map(Thread.ofPlatform().daemon()::start).toList();
        await().until(() -> askers.stream().allMatch(asker -> asker.getState() == Thread.State.WAITING));
        go.countDown();
        // Then
        for (FutureTask<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(1);
        }
    }

    @Test
    void whatIsRefused_isRefusedToAll_andTriedAnewByTheNext() {
        // Given
        assertThatThrownBy(() -> flights.of("a", () -> {
                    throw new IllegalArgumentException("busy");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("busy");
        // When, then
        assertThat(flights.of("a", () -> 2)).isEqualTo(2);
        assertThat(flights.of("a", () -> 3)).isEqualTo(3);
    }

    private static void awaited(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
