package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.agent.Sabotage;
import id.sigap.faults.trial.Pace;
import id.sigap.faults.trial.SabotageTrial;
import id.sigap.faults.trial.SystemUnderTest;
import id.sigap.faults.trial.TrialOptions;
import id.sigap.local.console.Console;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of the guards taken away from the running system, from beginning to end; {@link SabotageTest} does so with each, and that the checker finds
 * the damage of the others is proven on damaged records (SabotagedRecordsTest). Late, for strangers' answers stay in its records.
 */
@Tag("system")
@Order(9)
@ExtendWith(Whole.class)
class SabotageOnAStackTest {

    private static final long SEED = 42;
    /** Behind the numbers of everybody else: the sixth of an operator's prefixes is nobody's. */
    private static final int NUMBERS_OF_OTHERS = 6000;

    @Test
    void withoutTheOperatorCheck_theSystemIsFoundOut(SystemUnderTest system, @TempDir Path folder) {
        // Given
        var options = new TrialOptions(Wholes.REPOSITORY, folder, SEED, 1, Pace.HOPELESS).behind(NUMBERS_OF_OTHERS);
        // When
        boolean caught = new SabotageTrial(options, Console.standard()).isCaughtIn(system, Sabotage.NO_OPERATOR_CHECK);
        // Then
        assertThat(caught).isTrue();
    }
}
