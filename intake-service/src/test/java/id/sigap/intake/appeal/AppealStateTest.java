package id.sigap.intake.appeal;

import static id.sigap.intake.appeal.AppealState.DISMISSED;
import static id.sigap.intake.appeal.AppealState.DRAFT;
import static id.sigap.intake.appeal.AppealState.NOTHING_BLOCKED;
import static id.sigap.intake.appeal.AppealState.SUBMITTED;
import static id.sigap.intake.appeal.AppealState.UNBLOCKED;
import static id.sigap.intake.appeal.AppealState.UNBLOCK_ASKED;
import static id.sigap.intake.appeal.AppealState.UNDER_REVIEW;
import static id.sigap.intake.appeal.AppealState.UPHELD;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.service.IllegalMove;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class AppealStateTest {

    static Stream<Arguments> everyStateAndMove() {
        return Arrays.stream(AppealState.values()).flatMap(from -> Arrays.stream(AppealMove.values())
                .map(move -> Arguments.of(from, move, expected(from, move))));
    }

    /** Empty where an appellant is refused; what was decided elsewhere is followed, and a draft has nothing to follow. */
    private static Optional<AppealState> expected(AppealState from, AppealMove move) {
        if (move == AppealMove.SUBMIT) {
            return Optional.of(SUBMITTED).filter(_ -> from == DRAFT);
        }
        boolean waits = EnumSet.of(SUBMITTED, UNDER_REVIEW, UPHELD, DISMISSED).contains(from);
        return Optional.of(
                switch (move) {
                    case REVIEW -> from == SUBMITTED ? UNDER_REVIEW : from;
                    case UPHOLD -> waits ? UPHELD : from;
                    case DISMISS -> waits ? DISMISSED : from;
                    case ASK_UNBLOCK -> from == DRAFT || from == UNBLOCKED ? from : UNBLOCK_ASKED;
                    case ASK_UNBLOCK_AGAIN -> from == UNBLOCKED ? UNBLOCK_ASKED : from;
                    case FIND_NOTHING_BLOCKED -> from == DRAFT ? from : NOTHING_BLOCKED;
                    case UNBLOCK -> from == DRAFT ? from : UNBLOCKED;
                    case SUBMIT -> throw new AssertionError("said above");
                });
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("everyStateAndMove")
    void moves_areLegalOnlyWhereTheProcedureAllowsThem(
            AppealState from, AppealMove move, Optional<AppealState> expected) {
        assertThat(after(from, move)).isEqualTo(expected);
    }

    private static Optional<AppealState> after(AppealState from, AppealMove move) {
        try {
            return Optional.of(from.after(move));
        } catch (IllegalMove _) {
            return Optional.empty();
        }
    }
}
