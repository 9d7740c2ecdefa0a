package id.sigap.faults.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar at the door of a real service. */
@Tag("service")
class AgentTest {

    private static final int NOT_HERE = 78;

    @TempDir
    Path traps;

    private record End(int exitCode, String said) {}

    @Test
    void inProduction_theAgentEndsTheProcess() throws Exception {
        // Given
        List<String> flags = new ArrayList<>(Traps.jvmFlags(Traps.agentJar(), traps, Optional.empty()));
        flags.removeIf(flag -> flag.startsWith("-Dquarkus.profile="));
        // When
        End end = starts(flags);
        // Then
        assertThat(end.exitCode()).isEqualTo(NOT_HERE);
        assertThat(end.said()).contains("only with -Dquarkus.profile=faults");
        assertThat(traps).isEmptyDirectory();
    }

    @Test
    void whatItDoesNotUnderstand_endsTheProcess() throws Exception {
        // When
        End end = starts(List.of(
                "-Dquarkus.profile=faults",
                "-javaagent:" + Traps.agentJar() + "=traps=" + traps + ",sabotage=inbox-of"));
        // Then
        assertThat(end.exitCode()).isEqualTo(NOT_HERE);
        assertThat(end.said()).contains("no sabotage is called inbox-of", "inbox-off");
    }

    private static End starts(List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-jar");
        command.add(BuiltService.runner("sla-monitor").toString());
        Process service = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return new End(service.exitValue(), said);
        } finally {
            service.destroyForcibly();
        }
    }
}
