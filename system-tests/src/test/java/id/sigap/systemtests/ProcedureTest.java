package id.sigap.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.local.console.Console;
import id.sigap.local.demo.Procedure;
import id.sigap.local.demo.Scenario.Outcome;
import id.sigap.local.stack.LocalStack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("system")
@Order(2)
@ExtendWith(Whole.class)
class ProcedureTest {

    @Test
    void theWholeProcedure_plays(LocalStack system) {
        // When
        Outcome outcome = new Procedure().play(system.description(), Console.standard());
        // Then: the story above tells which step failed, and why
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.passed()).isGreaterThan(60);
    }
}
