package id.sigap.intake.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import id.sigap.intake.decoding.Sandbox.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds whatever program runs in it. */
@Tag("quick")
class SandboxTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(5);

    @Test
    void aProgramThatNeverEnds_isEnded() {
        // Given
        Instant begun = Instant.now();
        // When, then
        assertThatThrownBy(() -> run("exec sleep 600", SHORT))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(Undecodable.class);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatItStarted_isEndedWithIt() {
        // Given: the shell waits for a program of its own, known by how long it would take
        String program = "sleep 6" + ThreadLocalRandom.current().nextInt(10_000, 100_000);
        // When
        assertThatThrownBy(() -> run(program + " & wait", SHORT)).isInstanceOf(IOException.class);
        // Then: whoever its parent is now
        await().untilAsserted(() -> assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(line -> line.endsWith(program)));
    }

    @Test
    void theProgram_isGivenLimits_andNothingOfOurEnvironment() throws IOException {
        // When
        String seen = run("echo \"$HOME$JAVA_HOME\" $(ulimit -v) $(ulimit -t) $(ulimit -c) $(ulimit -f)", LONG);
        // Then
        assertThat(seen.strip()).isEqualTo("1048576 6 0 0");
    }

    @Test
    void aProgramThatFails_couldNotDecode() {
        assertThatThrownBy(() -> run("exit 1", LONG)).isInstanceOf(Undecodable.class);
    }

    @Test
    void oneRunsAtATime_theNextIsToldToComeAgain() throws Exception {
        // Given
        var limits = Limits.within(SHORT);
        var sandbox = new Sandbox(limits);
        Job copying = new Job("exec cat", List.of(), LONG, 0);
        // When: another asks while the first is at work
        Throwable refused;
        try (var place = sandbox.take()) {
            refused = place.run(copying, in -> in.write(1), out -> catchThrowable(sandbox::take));
        }
        // Then
        assertThat(refused).isInstanceOf(Sandbox.Busy.class);
        try (var place = sandbox.take()) {
            assertThat(place.run(copying, in -> in.write(3), InputStream::readAllBytes))
                    .containsExactly(3);
        }
    }

    /** Six that waited with an index of 8 MB in their hands each were more than the vault's heap. */
    @Test
    void whoWaitsForAPlace_hasOpenedNothing(@TempDir Path folder) throws IOException {
        // Given
        Path program = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\nexec cat\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Limits limits = Limits.around(program, SHORT);
        var sandbox = new Sandbox(limits);
        var ffmpeg = new Ffmpeg(sandbox, limits);
        var opened = new AtomicInteger();
        Original original = () -> {
            opened.incrementAndGet();
            return InputStream.nullInputStream();
        };
        // When
        Throwable refused;
        try (var place = sandbox.take()) {
            refused = place.run(
                    new Job("exec cat", List.of(), LONG, 0),
                    in -> in.write(1),
                    out -> catchThrowable(() -> ffmpeg.samples("audio/mp4", original, InputStream::readAllBytes)));
        }
        // Then
        assertThat(refused).isInstanceOf(Sandbox.Busy.class);
        assertThat(opened).hasValue(0);
        assertThat(ffmpeg.samples("audio/mp4", original, InputStream::readAllBytes))
                .isEmpty();
    }

    @Test
    void aFileWithoutAName_isThereForItsProgramOnly() throws IOException {
        // Given
        Job job = new Job(
                NamelessFiles.OPEN_OUT + "/bin/cat >" + NamelessFiles.OUT + "; /bin/ls /dev/shm; "
                        + NamelessFiles.READ_OUT,
                List.of(),
                LONG,
                1 << 20);
        // When
        String seen = run(job, "rahasia".getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(seen).endsWith("rahasia").doesNotContain("sigap.");
    }

    private static String run(String script, Duration timeout) throws IOException {
        return run(new Job(script, List.of(), timeout, 0), new byte[100_000]);
    }

    private static String run(Job job, byte[] read) throws IOException {
        try (var place = new Sandbox(Limits.within(LONG)).take()) {
            return new String(place.run(job, in -> in.write(read), InputStream::readAllBytes), StandardCharsets.UTF_8);
        }
    }
}
