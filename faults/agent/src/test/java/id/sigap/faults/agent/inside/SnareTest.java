package id.sigap.faults.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.agent.FailPoint;
import id.sigap.faults.agent.Traps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class SnareTest {

    private static final int RIVALS = 16;

    @TempDir
    Path folder;

    private Traps traps;

    @BeforeEach
    void inTheTicketService() {
        traps = new Traps(folder);
        Snare.set(folder, "ticket-service", new Diary(traps.log("ticket-service", 1)));
    }

    @RepeatedTest(20)
    void ofManyThatReachAPoint_oneIsCaught() throws Exception {
        // Given
        traps.arm(FailPoint.RELAY_AFTER_ACK);
        // When
        List<Future<Boolean>> caught;
        try (ExecutorService threads = Executors.newFixedThreadPool(RIVALS)) {
            List<Callable<Boolean>> rivals = new ArrayList<>();
            for (int i = 0; i < RIVALS; i++) {
                rivals.add(() -> Snare.catches(FailPoint.RELAY_AFTER_ACK));
            }
            caught = threads.invokeAll(rivals);
        }
        // Then
        assertThat(caught).extracting(Future::resultNow).containsOnlyOnce(true);
        assertThat(traps.takenBy(FailPoint.RELAY_AFTER_ACK))
                .contains(new Traps.Taken(
                        "ticket-service", ProcessHandle.current().pid()));
    }

    @Test
    void aTrapForAnotherService_catchesNobody() {
        // Given
        traps.arm(FailPoint.RELAY_AFTER_ACK, "sla-monitor");
        // When / Then
        assertThat(Snare.catches(FailPoint.RELAY_AFTER_ACK)).isFalse();
        assertThat(traps.taken(FailPoint.RELAY_AFTER_ACK)).isFalse();
    }
}
