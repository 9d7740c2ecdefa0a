package id.sigap.notifier.watermark;

import static id.sigap.notifier.Samples.TELKOMSEL;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.ConfirmationsPublished;
import id.sigap.notifier.Asked;
import id.sigap.notifier.WithOperators;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.TopicReader;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class WatermarksTest {

    @Test
    void everyPartition_isToldUpToWhenItIsComplete_inRisingOrder() {
        // Given
        var now = Instant.now();
        try (var reader = TopicReader.of(Topic.CONFIRMATIONS)) {
            for (int partition = 0; partition < SharedInfrastructure.PARTITIONS; partition++) {
                int here = partition;
                // When
                var told = reader.awaitFirst(record -> isWatermark(record)
                        && record.record().partition() == here
                        && watermark(record).through().isAfter(now));
                // Then
                assertThat(watermark(told).partition()).isEqualTo(here);
                assertThat(told.key()).isEqualTo("partition-" + here);
                assertThat(told.header(CloudEventHeader.SEQUENCE)).isEmpty();
                assertThat(told.header(CloudEventHeader.SUBJECT)).contains("partition-" + here);
                assertThat(throughOf(reader.all(), here)).isSorted().doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void confirmation_standsBeforeTheWatermarkThatCoversIt() {
        // Given
        var block = Asked.toBlock(TELKOMSEL);
        // When
        Asked.telkomsel().post("/api/v1/requests/{id}/confirm", block.request().toString());
        // Then
        try (var reader = TopicReader.of(Topic.CONFIRMATIONS)) {
            var confirmed = reader.awaitFirst(record ->
                    record.key().equals(block.request().toString()) && record.event() instanceof BlockConfirmed);
            var receivedAt = ((BlockConfirmed) confirmed.event()).receivedAt();
            var covering = reader.awaitFirst(record -> isWatermark(record)
                    && record.record().partition() == confirmed.record().partition()
                    && !watermark(record).through().isBefore(receivedAt));
            assertThat(confirmed.record().offset()).isLessThan(covering.record().offset());
        }
    }

    private static List<Instant> throughOf(List<EventOnTopic> records, int partition) {
        return records.stream()
                .filter(WatermarksTest::isWatermark)
                .filter(record -> record.record().partition() == partition)
                .map(record -> watermark(record).through())
                .toList();
    }

    private static boolean isWatermark(EventOnTopic record) {
        return record.key().startsWith("partition-");
    }

    private static ConfirmationsPublished watermark(EventOnTopic record) {
        return (ConfirmationsPublished) record.event();
    }
}
