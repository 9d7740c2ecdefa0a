package id.sigap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.local.console.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class GrowingLogTest {

    @Test
    @Timeout(10)
    void whoeverReadAlongAndHasGone_isNotWaitedFor(@TempDir Path folder) throws IOException {
        // Given
        Path log = Files.writeString(folder.resolve("log"), "one\ntwo\n");
        Console gone = Console.to(new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        }));
        // When
        try (GrowingLog lines = GrowingLog.open(log)) {
            lines.follow(gone);
        }
        // Then
        assertThat(gone.isHeard()).isFalse();
    }
}
