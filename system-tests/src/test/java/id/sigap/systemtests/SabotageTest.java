package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.agent.Sabotage;
import id.sigap.faults.trial.Pace;
import id.sigap.faults.trial.SabotageTrial;
import id.sigap.faults.trial.TrialOptions;
import id.sigap.local.console.Console;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checker that can't fail proves nothing: without one of its guards the system must be found out. */
@Tag("full")
class SabotageTest {

    private static final long SEED = 42;

    @ParameterizedTest
    @EnumSource(Sabotage.class)
    void aSystemWithoutThisGuard_isFoundOut(Sabotage sabotage, @TempDir Path folder) {
        // Given
        var options = new TrialOptions(Wholes.REPOSITORY, folder, SEED, 1, Pace.HOPELESS);
        // When
        boolean caught = new SabotageTrial(options, Console.standard()).isCaught(sabotage);
        // Then
        assertThat(caught).isTrue();
    }
}
