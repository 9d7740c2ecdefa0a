package id.sigap.faults.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Tag("quick")
class MainTest {

    @ParameterizedTest
    @CsvSource({
        "--rounds=0, at least 1",
        "--rounds=-1, at least 1",
        "--rounds=many, many",
        "--replicas=3, 1 or 2",
        "--sabotage=typo, inbox-off",
        "--case=typo, --list"
    })
    void whatCantBeTried_isRefused_beforeAnythingIsBuiltOrDeleted(String argument, String said) {
        // Given
        var err = new StringWriter();
        CommandLine line = new CommandLine(new Main()).setErr(new PrintWriter(err));
        // When
        int code = line.execute(argument);
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(said);
    }
}
