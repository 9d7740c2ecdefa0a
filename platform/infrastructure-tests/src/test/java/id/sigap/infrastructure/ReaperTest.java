package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
class ReaperTest {

    /** A program that starts a child, has it watched over, says its id and then hangs. */
    static final class Parent {
        public static void main(String[] arguments) throws IOException {
            var child = new ProcessBuilder("sleep", "600").start();
            Reaper.ofThisProcess().adopt(child.pid(), Signal.valueOf(arguments[0]));
            System.out.println(child.pid());
            System.in.read();
        }
    }

    @Test
    void child_diesWhenItsParentIsKilled() throws Exception {
        // Given
        var parent = startParent(Signal.TERM);
        var child = childOf(parent);
        // When
        parent.destroyForcibly();
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    @Test
    void child_diesWhenItsParentEndsInGoodOrder() throws Exception {
        // Given
        var parent = startParent(Signal.INT);
        var child = childOf(parent);
        // When
        parent.getOutputStream().close();
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
        assertThat(parent.waitFor()).isZero();
    }

    /** As everything does that a script runs in the background. */
    @Test
    void child_thatIgnoresTheSignal_diesWithItsParentAllTheSame() throws Exception {
        // Given
        var parent = startParent("trap '' INT; exec \"$@\"", Signal.INT);
        var child = childOf(parent);
        // When
        parent.destroyForcibly();
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    private static ProcessHandle childOf(Process parent) throws IOException {
        var child = ProcessHandle.of(Long.parseLong(parent.inputReader().readLine()))
                .orElseThrow();
        assertThat(child.isAlive()).isTrue();
        return child;
    }

    private static Process startParent(Signal signal) throws IOException, URISyntaxException {
        return startParent("exec \"$@\"", signal);
    }

    /** @param shell what becomes the parent, which is handed to it as its arguments */
    private static Process startParent(String shell, Signal signal) throws IOException, URISyntaxException {
        var classes = folderOf(Reaper.class) + System.getProperty("path.separator") + folderOf(Parent.class);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        "sh", "-c", shell, "sh", java, "-Xmx32m", "-cp", classes, Parent.class.getName(), signal.name())
                .start();
    }

    private static Path folderOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
