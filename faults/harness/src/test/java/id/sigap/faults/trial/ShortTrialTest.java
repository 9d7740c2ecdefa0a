package id.sigap.faults.trial;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.fault.Fault;
import id.sigap.faults.fault.Faults;
import id.sigap.local.console.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The few minutes of faults that every build goes through; {@code ./sigap faults} has the hours. */
class ShortTrialTest {

    private static final long SEED = 20_260_717;
    private static final List<Fault> FAULTS = Stream.of(
                    "dies-commit-before-reply",
                    "dies-commit-before-offset",
                    "dies-relay-after-ack",
                    "dies-mail-taken",
                    "broker-kill",
                    "database-kill",
                    "duplicates",
                    "poison")
            .map(name -> Faults.named(name).orElseThrow())
            .toList();

    @Test
    void brokenAndHealed_everyPromiseIsKept(@TempDir Path folder) {
        // Given
        Path repository = Path.of("").toAbsolutePath().getParent().getParent();
        var trials = new Trials(new TrialOptions(repository, folder, SEED, 1, Pace.SHORT), Console.standard());
        // When
        boolean held = trials.run(FAULTS, 4);
        // Then
        assertThat(held).isTrue();
    }
}
