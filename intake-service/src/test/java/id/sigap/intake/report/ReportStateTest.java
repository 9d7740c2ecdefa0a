package id.sigap.intake.report;

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

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class ReportStateTest {

    private static final Set<ReportState> UNDECIDED =
            EnumSet.of(SUBMITTED, IN_CONVERSATION, AWAITING_EVIDENCE, UNDER_REVIEW);

    static Stream<Arguments> everyStateAndMove() {
        return Arrays.stream(ReportState.values()).flatMap(from -> Arrays.stream(ReportMove.values())
                .map(move -> Arguments.of(from, move, expected(from, move))));
    }

    /** The procedure, told by move; the code tells it by state. */
    private static Optional<ReportState> expected(ReportState from, ReportMove move) {
        Set<ReportState> legalFrom =
                switch (move) {
                    case CONVERSE -> EnumSet.of(SUBMITTED);
                    case ASK_EVIDENCE -> EnumSet.of(IN_CONVERSATION, UNDER_REVIEW);
                    case REVIEW -> EnumSet.of(IN_CONVERSATION, AWAITING_EVIDENCE);
                    case VERIFY -> EnumSet.of(IN_CONVERSATION, UNDER_REVIEW, WITHDRAWN);
                    case REJECT, ANSWER -> EnumSet.of(IN_CONVERSATION, AWAITING_EVIDENCE, UNDER_REVIEW, WITHDRAWN);
                    case WITHDRAW -> UNDECIDED;
                    case CLOSE -> EnumSet.complementOf(EnumSet.of(CLOSED));
                };
        ReportState to =
                switch (move) {
                    case CONVERSE -> IN_CONVERSATION;
                    case ASK_EVIDENCE -> AWAITING_EVIDENCE;
                    case REVIEW -> UNDER_REVIEW;
                    case VERIFY -> VERIFIED;
                    case REJECT -> REJECTED;
                    case ANSWER -> ANSWERED;
                    case WITHDRAW -> WITHDRAWN;
                    case CLOSE -> CLOSED;
                };
        return legalFrom.contains(from) ? Optional.of(to) : Optional.empty();
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("everyStateAndMove")
    void moves_areLegalOnlyWhereTheProcedureAllowsThem(
            ReportState from, ReportMove move, Optional<ReportState> expected) {
        assertThat(from.after(move)).isEqualTo(expected);
    }
}
