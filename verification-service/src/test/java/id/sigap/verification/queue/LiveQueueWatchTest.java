package id.sigap.verification.queue;

import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.ReportId;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import id.sigap.verification.desk.VaultStandIn;
import id.sigap.verification.presence.Presence;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What those who watch the queue are told, and what that costs. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class LiveQueueWatchTest {

    private static final int DESKS = 50;

    @Inject
    LiveQueue live;

    @Inject
    Queue queue;

    @Inject
    Presence presence;

    @Inject
    Citizens citizens;

    @Test
    void everyDesk_isToldTheSame_andTheRowsAreReadOnce() {
        // Given
        List<AssertSubscriber<String>> desks = IntStream.range(0, DESKS)
                .mapToObj(_ ->
                        live.versions().subscribe().withSubscriber(AssertSubscriber.<String>create(Long.MAX_VALUE)))
                .toList();
        desks.forEach(desk -> desk.awaitItems(1, Duration.ofSeconds(10)));
        // When
        submitted();
        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> desks.stream().allMatch(this::isUpToDate));
        String told = desks.getFirst().getLastItem();
        assertThat(desks).allSatisfy(desk -> assertThat(desk.getLastItem()).isEqualTo(told));
        assertThat(live.atLeast(told)).isSameAs(live.atLeast(told));
        desks.forEach(AssertSubscriber::cancel);
    }

    @Test
    void aSlowDesk_isToldTheNewestOnly() {
        // Given
        AssertSubscriber<String> quick =
                live.versions().subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        AssertSubscriber<String> slow = live.versions().subscribe().withSubscriber(AssertSubscriber.create(1));
        slow.awaitItems(1, Duration.ofSeconds(10));
        // When
        ReportId report = submitted();
        move("sari", report, "claim").then().statusCode(200);
        move("sari", report, "release").then().statusCode(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> quick.getLastItem() != null && isUpToDate(quick));
        slow.request(1);
        slow.awaitItems(2, Duration.ofSeconds(10));
        // Then
        assertThat(slow.getItems()).hasSize(2);
        assertThat(isUpToDate(slow)).isTrue();
        Stream.of(quick, slow).forEach(AssertSubscriber::cancel);
    }

    @Test
    void theFingerprint_isAnotherAfterEveryChange_andTheSameWithoutOne() {
        // Given
        ReportId report = submitted();
        long before = queue.fingerprint();
        assertThat(queue.fingerprint()).isEqualTo(before);
        // When
        move("sari", report, "claim").then().statusCode(200);
        long claimed = queue.fingerprint();
        move("sari", report, "reject", "{\"reason\": \"NOT_FRAUD\"}").then().statusCode(200);
        // Then
        assertThat(List.of(before, claimed, queue.fingerprint())).doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrittenAfterTheDecision_isOnTheBoard_atOnce() {
        // Given
        ReportId report = submitted();
        move("sari", report, "claim").then().statusCode(200);
        move("sari", report, "reject", "{\"reason\": \"NOT_FRAUD\"}").then().statusCode(200);
        long decided = queue.fingerprint();
        // When
        citizens.write(report);
        awaitCase(report, "unreadMessages", 1);
        // Then
        assertThat(queue.fingerprint()).isNotEqualTo(decided);
        assertThat(live.read().writtenAfter()).extracting(QueueEntry::report).contains(report.value());
    }

    @Test
    void whoLooks_isOnTheBoard_whicheverReplicaHeardOfIt() {
        // Given
        ReportId report = submitted();
        String before = live.read().version();
        // When
        presence.seen(report.value(), "budi");
        // Then
        Board board = live.read();
        assertThat(board.version()).isNotEqualTo(before);
        assertThat(board.lookers()).containsEntry(report.value(), List.of("budi"));
        // When
        presence.left(report.value(), "budi");
        // Then
        assertThat(live.read().lookers()).doesNotContainKey(report.value());
    }

    /** Whether a desk was told of the queue as it is now. */
    private boolean isUpToDate(AssertSubscriber<String> desk) {
        return desk.getLastItem().startsWith(Long.toHexString(queue.fingerprint()) + "-");
    }

    private ReportId submitted() {
        ReportId report = citizens.submit(citizens.aComplaint());
        awaitCase(report, "state", "WAITING");
        return report;
    }
}
