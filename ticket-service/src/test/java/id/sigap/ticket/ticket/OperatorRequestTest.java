package id.sigap.ticket.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.service.IllegalMove;
import id.sigap.ticket.ticket.OperatorRequest.State;
import id.sigap.ticket.ticket.OperatorRequest.Step;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class OperatorRequestTest {

    /** Where each step leads from each state; "-" where it can't be taken. An operator may answer what was withdrawn before it heard. */
    private static final String PROCEDURE = """
            state        | ACKNOWLEDGE  CONFIRM   DECLINE  WITHDRAW
            PENDING      | ACKNOWLEDGED CONFIRMED DECLINED WITHDRAWN
            ACKNOWLEDGED | -            CONFIRMED DECLINED WITHDRAWN
            CONFIRMED    | -            -         -        -
            DECLINED     | -            -         -        -
            WITHDRAWN    | -            CONFIRMED DECLINED -
            """;

    static Stream<Arguments> everyStateAndStep() {
        return PROCEDURE.lines().skip(1).flatMap(line -> {
            String[] parts = line.split("\\|");
            String[] outcomes = parts[1].strip().split("\\s+");
            return Arrays.stream(Step.values())
                    .map(step -> Arguments.of(State.valueOf(parts[0].strip()), step, outcomes[step.ordinal()]));
        });
    }

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @MethodSource("everyStateAndStep")
    void steps_areTakenOnlyWhereTheProcedureAllowsThem(State from, Step step, String expected) {
        if (expected.equals("-")) {
            assertThat(catchThrowable(() -> from.after(step)))
                    .isInstanceOf(IllegalMove.class)
                    .hasMessageContaining(from.name());
        } else {
            assertThat(from.after(step)).isEqualTo(State.valueOf(expected));
        }
    }
}
