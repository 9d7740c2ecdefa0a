package id.sigap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.bench.intake.IntakeBench;
import id.sigap.bench.peer.Pgbench;
import id.sigap.bench.report.Row;
import id.sigap.bench.stage.Setup;
import id.sigap.local.console.Console;
import id.sigap.testing.tools.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each runs from beginning to end with as little work as there can be. How fast anything is, is no matter here; that nothing is lost, is. */
@Tag("full")
class EveryBenchTest {

    static Stream<Bench> benches() {
        return Main.BENCHES.stream();
    }

    @ParameterizedTest
    @MethodSource("benches")
    void everyBench_runs_andGivesItsNumbers(Bench bench, @TempDir Path folder) {
        // Given
        if (bench instanceof IntakeBench) {
            Tools.require(Pgbench.class);
        }
        Path repository = Path.of("").toAbsolutePath().getParent();
        var setup = new Setup(repository, folder, 1, Setup.Scale.SMOKE, false, Console.standard());
        // When
        List<Row> rows = bench.run(setup);
        // Then
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.value()).isFinite().isNotNegative());
        assertThat(rows).filteredOn(row -> row.unit().equals("events")).allSatisfy(row -> assertThat(row.value())
                .isZero());
    }
}
