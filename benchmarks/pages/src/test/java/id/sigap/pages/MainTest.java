package id.sigap.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Tag("quick")
class MainTest {

    @ParameterizedTest
    @ValueSource(strings = {"--runs=0", "--runs=-3", "--runs=often"})
    void whatMeasuresNothing_isRefused(String argument) {
        // Given
        var err = new StringWriter();
        // When
        int code = new CommandLine(new Main()).setErr(new PrintWriter(err)).execute(argument);
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--runs");
    }

    @Test
    void scorecardOfNothing_isNotPassed() {
        assertThat(new Scorecard(List.of()).isPassed()).isFalse();
    }
}
