package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.sigap.local.StackFailed;
import id.sigap.local.process.ProcessIdentity;
import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One stack of fake services over a real database and broker. */
@Tag("service")
class LocalStackTest {

    @TempDir
    private static Path folder;

    private static StackOptions options;
    private static LocalStack stack;

    @BeforeAll
    static void start() {
        options = FakeStack.in(folder, PortPlan.free().base()).replicas(2);
        stack = LocalStack.start(options);
    }

    @AfterAll
    static void stop() {
        List<ProcessIdentity> processes = state().parts().values().stream()
                .map(StackState.Part::process)
                .flatMap(Optional::stream)
                .toList();
        stack.close();
        assertThat(processes).hasSize(6).noneMatch(ProcessIdentity::isAlive);
        assertThat(options.folder().state()).doesNotExist();
        assertThat(options.ports().taken()).isEmpty();
    }

    private static StackState state() {
        return StackState.read(options.folder().state()).orElseThrow();
    }

    @Test
    void whatRuns_isWrittenDown_forOtherProcesses() {
        assertThat(state().phase()).isEqualTo(StackState.Phase.READY);
        assertThat(state().isSupervised()).isTrue();
        assertThat(state().ports()).isEqualTo(options.ports());
        assertThat(state().parts())
                .containsOnlyKeys(
                        "intake-service",
                        "intake-service-2",
                        "ticket-service",
                        "ticket-service-2",
                        "postgres",
                        "kafka");
        assertThat(state().parts().get("ticket-service").version()).isEqualTo("0.0-fake");
    }

    @Test
    void aSecondStack_inTheSameFolder_isRefused() {
        assertThatThrownBy(() -> LocalStack.start(options))
                .isInstanceOf(StackFailed.class)
                .hasMessageContaining("already running");
    }

    @Test
    void aKilledService_isStartedAgain_andThatShows() {
        // When
        stack.kill(Service.TICKET);
        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(stack.restarts(Service.TICKET)).isEqualTo(1);
            assertThat(state().parts().get("ticket-service").restarts()).isEqualTo(1);
            assertThat(state().parts().get("ticket-service").process()).isPresent();
        });
        stack.awaitReady(Service.TICKET);
    }

    @Test
    void oneReplica_isStoppedAndStarted_whileTheOtherGoesOn() {
        // Given
        Replica second = Service.INTAKE.replica(2);
        Health health = new Health();
        // When
        stack.stop(second);
        // Then
        assertThat(health.isReady(stack.description().management(second))).isFalse();
        stack.awaitAllReady();
        assertThat(health.isReady(stack.description().management(Service.INTAKE.replica(1))))
                .isTrue();
        // When
        stack.start(second);
        // Then
        stack.awaitReady(second);
        assertThat(stack.restarts(second)).isZero();
    }

    @Test
    void aSuspendedReplica_answersNobody_untilItIsResumed() {
        // Given
        Replica second = Service.TICKET.replica(2);
        Health health = new Health();
        // When
        stack.suspend(second);
        // Then
        assertThat(health.isReady(stack.description().management(second))).isFalse();
        stack.resume(second);
        stack.awaitReady(second);
    }

    @Test
    void anOperator_writesItsOwnTopic_andSeesNoOther() throws Exception {
        // Given
        Map<String, Object> indosat = new HashMap<>(stack.description().kafkaClient("indosat"));
        // When / Then
        try (var producer = new KafkaProducer<>(indosat, new StringSerializer(), new StringSerializer());
                Admin admin = Admin.create(indosat)) {
            assertThat(producer.send(new ProducerRecord<>("operator.indosat.confirmations", "a", "b"))
                            .get())
                    .isNotNull();
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("operator.telkomsel.confirmations", "a", "b"))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrder(
                            "operator.indosat.requests",
                            "operator.indosat.confirmations",
                            "operator.indosat.confirmations.dead-letters");
        }
    }
}
