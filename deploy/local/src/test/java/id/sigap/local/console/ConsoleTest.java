package id.sigap.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class ConsoleTest {

    @Test
    void aFile_getsEveryLineAtOnce_afterWhatIsThere(@TempDir Path folder) throws Exception {
        // Given
        Path file = folder.resolve("logs/console.log");
        Console.toFile(file).line("before");
        // When
        Console.toFile(file).good("siap ✓");
        // Then
        assertThat(Files.readString(file)).isEqualToNormalizingNewlines("before\nsiap ✓\n");
    }
}
