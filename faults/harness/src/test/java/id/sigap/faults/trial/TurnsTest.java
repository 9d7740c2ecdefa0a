package id.sigap.faults.trial;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.fault.Target;
import id.sigap.faults.trial.Turns.Turn;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void whoeverLaysHandsOnTheSame_comesAfterwards() throws Exception {
        // Given
        var begun = new CountDownLatch(1);
        Turn first = turns.at(Set.of(Target.BROKER, Target.TICKET));
        CompletableFuture<Turn> second = CompletableFuture.supplyAsync(() -> {
            begun.countDown();
            return turn(Target.TICKET);
        });
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        // When / Then
        assertThat(second).isNotDone();
        // When
        first.close();
        // Then
        assertThat(second).succeedsWithin(5, TimeUnit.SECONDS);
    }

    @Test
    void others_goOnMeanwhile() throws Exception {
        // Given
        Turn first = turns.at(Set.of(Target.RECORDS));
        // When
        CompletableFuture<Turn> other = CompletableFuture.supplyAsync(() -> turn(Target.DATABASE));
        // Then
        assertThat(other).succeedsWithin(5, TimeUnit.SECONDS);
        first.close();
    }

    private Turn turn(Target target) {
        try {
            return turns.at(Set.of(target));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
