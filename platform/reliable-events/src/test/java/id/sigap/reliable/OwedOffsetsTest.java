package id.sigap.reliable;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class OwedOffsetsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TopicPartition ONE = new TopicPartition("sigap.tickets", 1);
    private static final TopicPartition TWO = new TopicPartition("sigap.tickets", 2);

    private final Queue<RuntimeException> refusals = new ArrayDeque<>();
    private final List<Throwable> told = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            if (!refusals.isEmpty()) {
                throw refusals.remove();
            }
            committed.putAll(offsets);
        }
    };
    private final OwedOffsets owed =
            new OwedOffsets(work -> Uni.createFrom().voidItem().invoke(() -> work.accept(consumer)));

    @BeforeEach
    void assign() {
        consumer.assign(List.of(ONE, TWO));
    }

    @Test
    void refusedInTheMiddleOfARebalance_aCommitIsTriedAgain_untilItIsMade() {
        // Given
        refusals.add(new RebalanceInProgressException("rejoining"));
        refusals.add(new TimeoutException("the broker is away"));
        owed.handled(ONE, new OffsetAndMetadata(2));
        // When
        commit();
        // Then
        assertThat(committed).isEqualTo(Map.of(ONE, new OffsetAndMetadata(2)));
        assertThat(told).hasSize(2);
    }

    @Test
    void aTryAgain_doesNotSetBack_whatWasHandledMeanwhile() {
        // Given
        owed.handled(ONE, new OffsetAndMetadata(2));
        owed.handled(ONE, new OffsetAndMetadata(5));
        commit();
        // When
        commit();
        // Then
        assertThat(committed).isEqualTo(Map.of(ONE, new OffsetAndMetadata(5)));
    }

    @Test
    void whatIsNoMoreOurs_isNotCommitted() {
        // Given
        owed.handled(ONE, new OffsetAndMetadata(2));
        owed.handled(TWO, new OffsetAndMetadata(3));
        consumer.assign(List.of(TWO));
        // When
        commit();
        // Then
        assertThat(committed).isEqualTo(Map.of(TWO, new OffsetAndMetadata(3)));
    }

    @Test
    void whatWasTakenAwayAndCameBack_isReadAnew_soWhatWasOwedOfItIsForgotten() {
        // Given
        owed.handled(ONE, new OffsetAndMetadata(2));
        owed.forget(List.of(ONE));
        // When
        commit();
        // Then
        assertThat(committed).isEmpty();
    }

    @Test
    void whatEndsForgetsAll_andTriesNoMore() {
        // Given
        refusals.add(new TimeoutException("the broker is away"));
        owed.handled(ONE, new OffsetAndMetadata(2));
        // When
        owed.commit(failure -> owed.forgetAll()).await().atMost(PATIENCE);
        // Then
        assertThat(committed).isEmpty();
    }

    private void commit() {
        owed.commit(told::add).await().atMost(PATIENCE);
    }
}
