package id.sigap.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.local.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class ServiceJvmTest {

    private static final App TRAINED = new App(Path.of("runner.jar"), Optional.of(Path.of("app.aot")), "1");
    private static final String CACHE = "-XX:AOTCache=app.aot";

    private static Launch launch(Jvm jvm) {
        return ServiceJvm.run(
                Service.TICKET.replica(2), TRAINED, jvm, Path.of("settings"), Path.of("folder"), Path.of("log"));
    }

    @Test
    void anOrdinaryService_isSmall_andStartsFromItsCache() {
        assertThat(launch(Jvm.ORDINARY).command())
                .contains("-Xmx160m", "-XX:TieredStopAtLevel=1", CACHE)
                .endsWith("-jar", "runner.jar");
    }

    @Test
    void ownFlags_standAfterTheSizes_andKnowTheirReplica() {
        // Given
        Jvm jvm = Jvm.ORDINARY
                .with(List.of("-Xmx300m", "-javaagent:agent.jar=/tmp/{replica}"))
                .with(Map.of("WHO", "{replica}"));
        // When
        Launch launch = launch(jvm);
        // Then
        assertThat(launch.command())
                .containsSubsequence("-Xmx160m", "-Xmx300m", "-javaagent:agent.jar=/tmp/ticket-service-2", "-jar");
        assertThat(launch.environment()).containsEntry("WHO", "ticket-service-2");
    }

    @Test
    void anAgent_leavesTheCacheOut_aSystemPropertyDoesNot() {
        assertThat(launch(Jvm.ORDINARY.with(List.of("-javaagent:agent.jar"))).command())
                .doesNotContain(CACHE);
        assertThat(launch(Jvm.ORDINARY.with(List.of("-Dquarkus.profile=test"))).command())
                .contains(CACHE);
    }

    @Test
    void aServer_compilesForSpeed_withoutTheCacheOfTheSmall() {
        assertThat(launch(Jvm.ORDINARY.sized(Jvm.Size.SERVER)).command())
                .contains("-Xmx1g")
                .doesNotContain("-XX:TieredStopAtLevel=1", CACHE);
    }
}
