package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class ProcessTreeTest {

    @TempDir
    private Path folder;

    private Process parent;
    private List<ProcessHandle> children;

    /** Parent and child each add a line to a file of their own, over and over. */
    @BeforeEach
    void aParentWithAChild() throws IOException {
        parent = new ProcessBuilder("sh", "-c", """
                        sh -c 'while :; do echo . >> child; sleep 0.02; done' &
                        while :; do echo . >> parent; sleep 0.02; done
                        """).directory(folder.toFile()).start();
        await().until(() -> lines("parent") > 0 && lines("child") > 0);
        children = parent.descendants().toList();
    }

    @AfterEach
    void end() {
        new ProcessTree(parent.pid()).kill();
    }

    private long lines(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    @Test
    void suspended_nobodyMoves_andResumedAllGoOn() throws IOException {
        // Given
        ProcessTree tree = new ProcessTree(parent.pid());
        // When
        tree.suspend();
        long byParent = lines("parent");
        long byChild = lines("child");
        // Then
        await().during(Duration.ofMillis(300)).until(() -> lines("parent") <= byParent && lines("child") <= byChild);
        tree.resume();
        await().until(() -> lines("parent") > byParent && lines("child") > byChild);
    }

    @Test
    void killed_nobodyIsLeft_evenIfSuspended() {
        // Given
        ProcessTree tree = new ProcessTree(parent.pid());
        tree.suspend();
        // When
        tree.kill();
        // Then
        await().until(() -> !parent.isAlive());
        await().untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    }
}
