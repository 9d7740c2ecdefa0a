package id.sigap.reliable;

import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.anEventOf;
import static id.sigap.testing.Topics.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.TicketId;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class OffsetCommitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String GROUP = "ledger-service";
    private static final String TOPIC = "sigap.tickets";

    @Inject
    Ledger ledger;

    private Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.create(Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers()));
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void aPartitionThatWasLostBeforeItsLastCommit_isCommittedOnceItIsReadAnew() throws Exception {
        // Given
        TicketId ticket = aTicket();
        publish(anEventOf(ticket, 1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(committed()).isEqualTo(ends()));
        Map<TopicPartition, OffsetAndMetadata> oneBefore = new HashMap<>();
        committed().forEach((partition, offset) -> oneBefore.put(partition, new OffsetAndMetadata(offset - 1)));
        // When: the group forgets its members, and the last commit
        await().atMost(PATIENCE).ignoreException(ExecutionException.class).until(() -> {
            admin.removeMembersFromConsumerGroup(GROUP, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets(GROUP, oneBefore).all().get(); // refused once they have joined again
            return true;
        });
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(committed()).isEqualTo(ends()));
        assertThat(ledger.versionsOf(ticket.toString())).containsExactly(1L);
    }

    /** Of the partitions that have ever held a record. */
    private Map<TopicPartition, Long> committed() throws Exception {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, place) -> {
                    if (partition.topic().equals(TOPIC) && place != null && place.offset() > 0) {
                        offsets.put(partition, place.offset());
                    }
                });
        return offsets;
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        admin.describeTopics(List.of(TOPIC))
                .allTopicNames()
                .get()
                .get(TOPIC)
                .partitions()
                .forEach(partition -> asked.put(new TopicPartition(TOPIC, partition.partition()), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> {
            if (end.offset() > 0) {
                ends.put(partition, end.offset());
            }
        });
        return ends;
    }
}
