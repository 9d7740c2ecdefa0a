package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.local.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("service")
class KilledSupervisorTest {

    @TempDir
    private Path folder;

    @Test
    void afterKillMinus9_nothingLivesOn_andTheNextStartIsNotHindered() throws Exception {
        // Given
        int portBase = PortPlan.free().base();
        Process supervisor = aSupervisor(portBase);
        StackState before = awaitReady(supervisor);
        List<ProcessIdentity> processes = before.parts().values().stream()
                .map(StackState.Part::process)
                .flatMap(Optional::stream)
                .toList();
        assertThat(processes).hasSize(4).allMatch(ProcessIdentity::isAlive);
        // When
        supervisor.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        // Then
        try (LocalStack next = LocalStack.start(FakeStack.in(folder, portBase))) {
            assertThat(next.isClosed()).isFalse();
            assertThat(processes).noneMatch(ProcessIdentity::isAlive);
            assertThat(mounts()).doesNotContain(folder.toString());
        }
    }

    private static String mounts() throws IOException {
        Path mounts = Path.of("/proc/self/mounts");
        return Files.exists(mounts) ? Files.readString(mounts) : "";
    }

    private Process aSupervisor(int portBase) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FakeStack.class.getName(),
                        folder.toString(),
                        Integer.toString(portBase))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("supervisor.log").toFile())
                .start();
    }

    private StackState awaitReady(Process supervisor) {
        Path file = folder.resolve("state of it").resolve("state");
        await().atMost(Duration.ofSeconds(90)).until(() -> StackState.read(file)
                .filter(state -> state.phase() == StackState.Phase.READY)
                .isPresent());
        return StackState.read(file).orElseThrow();
    }
}
