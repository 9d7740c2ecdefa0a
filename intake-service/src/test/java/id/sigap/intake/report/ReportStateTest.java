package id.sigap.intake.report;

import static id.sigap.intake.report.ReportMove.ANSWER;
import static id.sigap.intake.report.ReportMove.CLOSE;
import static id.sigap.intake.report.ReportMove.REJECT;
import static id.sigap.intake.report.ReportMove.VERIFY;
import static id.sigap.intake.report.ReportState.ANSWERED;
import static id.sigap.intake.report.ReportState.AWAITING_EVIDENCE;
import static id.sigap.intake.report.ReportState.CLOSED;
import static id.sigap.intake.report.ReportState.IN_CONVERSATION;
import static id.sigap.intake.report.ReportState.REJECTED;
import static id.sigap.intake.report.ReportState.SUBMITTED;
import static id.sigap.intake.report.ReportState.UNDER_REVIEW;
import static id.sigap.intake.report.ReportState.VERIFIED;
import static id.sigap.intake.report.ReportState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.service.IllegalMove;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class ReportStateTest {

    private static final Set<ReportState> UNDECIDED =
            EnumSet.of(SUBMITTED, IN_CONVERSATION, AWAITING_EVIDENCE, UNDER_REVIEW);

    static Stream<Arguments> everyStateAndMove() {
        return Arrays.stream(ReportState.values()).flatMap(from -> Arrays.stream(ReportMove.values())
                .map(move -> Arguments.of(from, move, expected(from, move))));
    }

    /** The procedure, told by the state it comes to; the code tells it by move. Empty where a reporter is refused. */
    private static Optional<ReportState> expected(ReportState from, ReportMove move) {
        if (from == CLOSED) {
            return move == ReportMove.WITHDRAW
                    ? Optional.empty()
                    : Optional.of(move == ReportMove.LEAVE_TICKET ? VERIFIED : CLOSED);
        }
        if (EnumSet.of(VERIFY, REJECT, ANSWER, CLOSE).contains(move)) {
            return Optional.of(Map.of(VERIFY, VERIFIED, REJECT, REJECTED, ANSWER, ANSWERED, CLOSE, CLOSED)
                    .get(move));
        }
        if (!UNDECIDED.contains(from)) {
            return move == ReportMove.WITHDRAW ? Optional.empty() : Optional.of(from);
        }
        return Optional.of(
                switch (move) {
                    case CONVERSE -> from == UNDER_REVIEW ? UNDER_REVIEW : IN_CONVERSATION;
                    case RECEIVE_EVIDENCE -> from == SUBMITTED ? SUBMITTED : UNDER_REVIEW;
                    case RELEASE -> SUBMITTED;
                    case ASK_EVIDENCE -> AWAITING_EVIDENCE;
                    case REVIEW -> UNDER_REVIEW;
                    case WITHDRAW -> WITHDRAWN;
                    default -> from;
                });
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("everyStateAndMove")
    void moves_areLegalOnlyWhereTheProcedureAllowsThem(
            ReportState from, ReportMove move, Optional<ReportState> expected) {
        assertThat(after(from, move)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(ReportState.class)
    void aReporter_isOfferedWhatIsTaken_andNothingElse(ReportState state) {
        assertThat(ReporterMove.values())
                .allSatisfy(move -> assertThat(catchThrowable(() -> state.require(move)) == null)
                        .as(move.name())
                        .isEqualTo(state.offered().contains(move)));
        assertThat(state.offered().contains(ReporterMove.WITHDRAW))
                .isEqualTo(after(state, ReportMove.WITHDRAW).isPresent());
    }

    private static Optional<ReportState> after(ReportState from, ReportMove move) {
        try {
            return Optional.of(from.after(move));
        } catch (IllegalMove _) {
            return Optional.empty();
        }
    }
}
