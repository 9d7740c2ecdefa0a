package id.sigap.reliable;

import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.anEventOf;
import static id.sigap.testing.Topics.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StaticMembershipTest.Named.class)
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class StaticMembershipTest {

    /** A service that has a name, and won't live after this test. */
    public static final class Named implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sigap.replica.name", "ledger-service-1");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String GROUP = "ledger-service";
    private static final String NAME_IN_GROUP = "ledger-service-1.kafka-consumer-tickets";

    @Inject
    Ledger ledger;

    @Inject
    HaltForTest halt;

    @Inject
    StaticMembership membership;

    @Inject
    Config config;

    private Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.create(Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers()));
    }

    @AfterEach
    void disconnect() {
        admin.close();
        halt.goOn();
    }

    @Test
    void aReplicaThatDied_hasItsPartitionsBack_withoutItsGroupWaitingForTheDead() {
        // Given: one with a name takes no leave of its group, as if it had been killed; its session lasts longer than
        // this test
        String group = "of-the-dead-" + Ids.next();
        Member before = join(group, "replica-1", PATIENCE.multipliedBy(2));
        before.consumer().close();
        // When
        Member after = join(group, "replica-1", PATIENCE.multipliedBy(2));
        after.consumer().close();
        // Then: not even a rebalance
        assertThat(after.partitions()).isEqualTo(before.partitions());
        assertThat(after.generation()).isEqualTo(before.generation());
    }

    @Test
    void aReplicaWhoseNameIsTaken_commitsNothingMore_andEnds() throws Exception {
        // Given: it stands still amid a batch
        TicketId ticket = aTicket();
        ledger.hold(ticket.toString());
        publish(anEventOf(ticket, 1));
        await().atMost(PATIENCE).until(ledger::isHolding);
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        // When
        Member other = join(GROUP, NAME_IN_GROUP, PATIENCE);
        ledger.release();
        // Then
        await().atMost(PATIENCE).until(() -> halt.why().isPresent());
        assertThat(halt.why()).hasValueSatisfying(why -> assertThat(why)
                .contains("another process is called ledger-service-1", "sigap.replica.name"));
        assertThat(committed()).isEqualTo(committed);
        assertThat(ledger.versionsOf(ticket.toString())).containsExactly(1L);
        other.consumer().close();
    }

    @Test
    void aReplicaWhoseNameIsTaken_whileItHasNothingToDo_endsToo() {
        // Given
        await().atMost(PATIENCE).until(() -> partitionsOf("ledger-service-1.kafka-consumer-replies") > 0);
        // When
        Member other =
                join(GROUP, "ledger-service-1.kafka-consumer-replies", PATIENCE, "operator.telkomsel.confirmations");
        // Then
        await().atMost(PATIENCE).until(() -> halt.why().isPresent());
        other.consumer().close();
    }

    @Test
    void aConsumerWithAGroupOfItsOwn_hasNoNameInIt() {
        // Given
        Map<String, Object> client = new HashMap<>(Map.of("group.id", "chat", "client.id", "kafka-consumer-chat"));
        // When
        membership.customize("chat", config, client);
        // Then
        assertThat(client).doesNotContainKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    }

    private record Member(KafkaConsumer<String, byte[]> consumer, Set<TopicPartition> partitions, int generation) {}

    /** Returns once it has partitions. */
    private static Member join(String group, String name, Duration session) {
        return join(group, name, session, Topic.Name.TICKETS);
    }

    private static Member join(String group, String name, Duration session, String topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                SharedInfrastructure.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                name,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                (int) session.toMillis(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        await().atMost(PATIENCE).pollInSameThread().until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
        return new Member(
                consumer, consumer.assignment(), consumer.groupMetadata().generationId());
    }

    private long partitionsOf(String name) throws Exception {
        return admin.describeConsumerGroups(List.of(GROUP)).describedGroups().get(GROUP).get().members().stream()
                .filter(member -> member.groupInstanceId().equals(Optional.of(name)))
                .mapToLong(member -> member.assignment().topicPartitions().size())
                .sum();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws Exception {
        return admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
    }
}
