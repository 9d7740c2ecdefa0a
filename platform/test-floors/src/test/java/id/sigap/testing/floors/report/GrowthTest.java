package id.sigap.testing.floors.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.testing.floors.report.ModuleSummary.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class GrowthTest {

    @TempDir
    private Path root;

    @Test
    void aModuleThatTakesMuchLonger_isNamed_withBothTimes() throws IOException {
        // Given
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/testing.md"), """
                <!-- default floor, module by module -->
                | Module | Time |
                |---|---|
                | intake-service | 1:30 |
                | platform/journal | 0:05 |

                | platform/other | 0:01 |
                """);
        // When
        List<String> grown = Growth.since(
                root,
                List.of(module("intake-service", 180), module("platform/journal", 20), module("new-service", 90)));
        // Then
        assertThat(grown)
                .containsExactly(
                        "intake-service takes 3:00 (docs/testing.md: 1:30)",
                        "new-service takes 1:30 (docs/testing.md: nothing yet)");
    }

    private static ModuleSummary module(String name, long seconds) {
        Effort none = new Effort(0, 0, 0, 0, 0, Duration.ZERO);
        return new ModuleSummary(name, Duration.ofSeconds(seconds), 1, 0, 0, none, List.of(), List.of());
    }
}
