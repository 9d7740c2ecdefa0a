package id.sigap.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("service")
class SupervisedProcessTest {

    @TempDir
    private Path folder;

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    private SupervisedProcess supervise(String script) {
        Launch launch = new Launch(
                "child", List.of("sh", "-c", script), folder, Map.of("GREETING", "hello"), folder.resolve("child.log"));
        return new SupervisedProcess(launch, Duration.ofSeconds(5), new SupervisedProcess.Watcher() {
            @Override
            public void started(Process process) {
                seen.add("started");
            }

            @Override
            public void died(int exitCode, Duration pause) {
                seen.add("died %d, again in %d ms".formatted(exitCode, pause.toMillis()));
            }
        });
    }

    @Test
    void whatIsKilled_isStartedAgain() throws Exception {
        try (SupervisedProcess process = supervise("exec sleep 60")) {
            // Given
            process.start();
            ProcessIdentity first = process.identity().orElseThrow();
            // When
            process.kill();
            // Then
            await().untilAsserted(() -> assertThat(process.identity()).get().isNotEqualTo(first));
            assertThat(process.restarts()).isEqualTo(1);
            assertThat(seen).containsExactly("started", "died 137, again in 100 ms", "started");
        }
    }

    @Test
    void whatIsKilled_isStartedAgain_alsoIfNobodyCanBeTold() throws Exception {
        // Given
        Launch launch = new Launch(
                "child", List.of("sh", "-c", "exec sleep 60"), folder, Map.of(), folder.resolve("child.log"));
        try (var process = new SupervisedProcess(launch, Duration.ofSeconds(5), new SupervisedProcess.Watcher() {
            @Override
            public void started(Process process) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }

            @Override
            public void died(int exitCode, Duration pause) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        })) {
            process.start();
            for (int kills = 1; kills <= 2; kills++) {
                ProcessIdentity before = process.identity().orElseThrow();
                // When
                process.kill();
                // Then
                await().untilAsserted(() -> assertThat(process.identity()).get().isNotEqualTo(before));
            }
        }
    }

    @Test
    void whatKeepsDying_isGivenEverMoreTime() throws Exception {
        try (SupervisedProcess process = supervise("exit 3")) {
            // When
            process.start();
            // Then
            await().untilAsserted(() -> assertThat(seen)
                    .contains("died 3, again in 100 ms", "died 3, again in 1000 ms", "died 3, again in 2000 ms"));
        }
    }

    @Test
    void whatIsKilledHere_againAndAgain_isStartedAfterTheFirstPauseEachTime() throws Exception {
        try (SupervisedProcess process = supervise("exec sleep 60")) {
            process.start();
            for (int kills = 1; kills <= 3; kills++) {
                // When
                process.kill();
                // Then
                await().until(() -> process.identity().isPresent());
                assertThat(process.restarts()).isEqualTo(kills);
            }
            assertThat(seen).filteredOn(what -> what.startsWith("died")).containsOnly("died 137, again in 100 ms");
        }
    }

    @Test
    void whatWaitsForItsRestart_isStartedAtOnce_whenAsked() throws Exception {
        try (SupervisedProcess process = supervise("[ -e healed ] && exec sleep 60; exit 3")) {
            // Given
            process.start();
            await().until(() -> seen.contains("died 3, again in 2000 ms"));
            Files.createFile(folder.resolve("healed"));
            // When
            process.start();
            // Then
            assertThat(process.identity()).isPresent();
            assertThat(process.failures()).isZero();
        }
    }

    @Test
    void whatHasWorkedInBetween_startsAgain_asIfItHadNeverDied() throws Exception {
        try (SupervisedProcess process = supervise("exec sleep 0.2")) {
            // Given
            process.start();
            await().until(() -> process.failures() >= 2);
            // When
            process.hasWorked();
            // Then
            await().until(() ->
                    seen.stream().filter("died 0, again in 100 ms"::equals).count() == 2);
        }
    }

    @Test
    void whatIsSuspended_canStillBeStopped_andStartedAgain() throws Exception {
        try (SupervisedProcess process = supervise("exec sleep 60")) {
            // Given
            process.start();
            process.suspend();
            ProcessIdentity first = process.identity().orElseThrow();
            // When
            process.stop();
            process.start();
            // Then
            assertThat(first.isAlive()).isFalse();
            assertThat(process.identity()).get().isNotEqualTo(first);
            assertThat(process.restarts()).isZero();
        }
    }

    @Test
    void whatIsStopped_staysStopped() throws Exception {
        // Given
        SupervisedProcess process = supervise("exec sleep 60");
        process.start();
        ProcessIdentity identity = process.identity().orElseThrow();
        // When
        process.close();
        // Then
        assertThat(identity.isAlive()).isFalse();
        await().during(Duration.ofSeconds(1)).until(() -> process.identity().isEmpty());
        assertThat(process.restarts()).isZero();
    }

    @Test
    void itsOutput_isAppendedToTheLog_andItsEnvironmentGiven() throws Exception {
        // Given
        Files.writeString(folder.resolve("child.log"), "before\n");
        try (SupervisedProcess process = supervise("echo $GREETING; echo oops >&2; exec sleep 60")) {
            // When
            process.start();
            // Then
            await().untilAsserted(() -> assertThat(folder.resolve("child.log")).hasContent("before\nhello\noops"));
        }
    }
}
