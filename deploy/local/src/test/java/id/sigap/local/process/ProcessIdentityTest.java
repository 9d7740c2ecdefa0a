package id.sigap.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class ProcessIdentityTest {

    private static final ProcessIdentity SELF = ProcessIdentity.of(ProcessHandle.current());

    @Test
    void aRunningProcess_isAlive_alsoAfterBeingWrittenDown() {
        assertThat(ProcessIdentity.parse(SELF.toString())).contains(SELF).get().matches(ProcessIdentity::isAlive);
    }

    @Test
    void anotherProcessWithTheSameNumber_isNotIt() {
        assertThat(new ProcessIdentity(SELF.pid(), SELF.started() - 1000).isAlive())
                .isFalse();
    }

    @Test
    void garbage_isNobody() {
        assertThat(ProcessIdentity.parse("12")).isEmpty();
        assertThat(ProcessIdentity.parse("a@b")).isEmpty();
        assertThat(ProcessIdentity.parse(null)).isEmpty();
    }

    @Test
    void stop_endsIt_evenIfItDoesNotWantTo() throws Exception {
        // Given
        Process stubborn =
                new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done").start();
        stubborn.inputReader().readLine();
        ProcessIdentity identity = ProcessIdentity.of(stubborn.toHandle());
        // When
        identity.stop(Duration.ofMillis(200));
        // Then
        assertThat(identity.isAlive()).isFalse();
    }
}
