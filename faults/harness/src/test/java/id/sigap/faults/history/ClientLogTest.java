package id.sigap.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class ClientLogTest {

    @Test
    void whatWasAskedAndAnswered_isReadBackAsOneAttempt(@TempDir Path folder) {
        // Given
        try (ClientLog log = new ClientLog(folder, "citizen-1")) {
            long step = log.invoke(Operation.SUBMIT_REPORT, Map.of(Fact.KEY, "k-1"));
            log.end(step, Operation.SUBMIT_REPORT, Phase.OK, Map.of(Fact.REPORT, "r-1"));
        }
        // When
        History history = History.read(folder);
        // Then
        assertThat(history.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.phase()).isEqualTo(Phase.OK);
            assertThat(attempt.asked(Fact.KEY)).isEqualTo("k-1");
            assertThat(attempt.answered(Fact.REPORT)).isEqualTo("r-1");
        });
    }

    @Test
    void aClientThatNeverWroteAnEnd_knowsNothing(@TempDir Path folder) {
        // Given
        try (ClientLog log = new ClientLog(folder, "citizen-1")) {
            log.invoke(Operation.SUBMIT_REPORT, Map.of(Fact.KEY, "k-1"));
        }
        // When
        History history = History.read(folder);
        // Then
        assertThat(history.of(Operation.SUBMIT_REPORT, Phase.UNKNOWN)).hasSize(1);
    }
}
