package id.sigap.intake.appeal;

import static id.sigap.intake.appeal.AppealState.DISMISSED;
import static id.sigap.intake.appeal.AppealState.DRAFT;
import static id.sigap.intake.appeal.AppealState.SUBMITTED;
import static id.sigap.intake.appeal.AppealState.UNBLOCKED;
import static id.sigap.intake.appeal.AppealState.UNDER_REVIEW;
import static id.sigap.intake.appeal.AppealState.UPHELD;
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
class AppealStateTest {

    static Stream<Arguments> everyStateAndMove() {
        return Arrays.stream(AppealState.values()).flatMap(from -> Arrays.stream(AppealMove.values())
                .map(move -> Arguments.of(from, move, expected(from, move))));
    }

    private static Optional<AppealState> expected(AppealState from, AppealMove move) {
        Set<AppealState> legalFrom =
                switch (move) {
                    case SUBMIT -> EnumSet.of(DRAFT);
                    case REVIEW -> EnumSet.of(SUBMITTED);
                    case UPHOLD, DISMISS -> EnumSet.of(SUBMITTED, UNDER_REVIEW);
                    case UNBLOCK -> EnumSet.of(SUBMITTED, UNDER_REVIEW, UPHELD);
                };
        AppealState to =
                switch (move) {
                    case SUBMIT -> SUBMITTED;
                    case REVIEW -> UNDER_REVIEW;
                    case UPHOLD -> UPHELD;
                    case DISMISS -> DISMISSED;
                    case UNBLOCK -> UNBLOCKED;
                };
        return legalFrom.contains(from) ? Optional.of(to) : Optional.empty();
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("everyStateAndMove")
    void moves_areLegalOnlyWhereTheProcedureAllowsThem(
            AppealState from, AppealMove move, Optional<AppealState> expected) {
        assertThat(from.after(move)).isEqualTo(expected);
    }
}
