package id.sigap.verification.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import id.sigap.events.Succession;
import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.verification.AppealDismissed;
import id.sigap.events.verification.AppealOpened;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.DismissalReason;
import id.sigap.service.IllegalMove;
import id.sigap.service.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("quick")
class AppealTest {

    private static final Instant NOW = Instant.parse("2026-03-09T03:00:00Z");
    private static final Msisdn NUMBER = new Msisdn("+628110000001");
    private static final Deciding WIRA = new Deciding("wira", Deciding.Part.NONE, NOW);

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @CsvSource({
        "SUBMITTED, UPHOLD, UPHELD",
        "SUBMITTED, DISMISS, DISMISSED",
        "UPHELD, UPHOLD,",
        "UPHELD, DISMISS,",
        "DISMISSED, UPHOLD,",
        "DISMISSED, DISMISS,"
    })
    void moves_areLegalOnlyWhereTheProcedureAllowsThem(AppealState from, AppealMove move, AppealState expected) {
        // Given
        Appeal appeal = anAppealIn(from);
        // When
        Throwable refused = catchThrowable(() -> decide(appeal, move, WIRA));
        // Then
        if (expected == null) {
            assertThat(refused).isInstanceOf(IllegalMove.class).hasMessageContaining(from.name());
        } else {
            assertThat(refused).isNull();
        }
        assertThat(appeal.state()).isEqualTo(expected == null ? from : expected);
    }

    @Test
    void ownDecision_isSomebodyElsesToReview() {
        // Given
        Appeal appeal = anAppealIn(AppealState.SUBMITTED);
        // When
        Throwable refused = catchThrowable(
                () -> decide(appeal, AppealMove.DISMISS, new Deciding("wira", Deciding.Part.DECIDED_THE_BLOCK, NOW)));
        // Then
        assertThat(refused).isInstanceOf(Refusal.class).hasMessage("own-decision");
        assertThat(appeal.state()).isEqualTo(AppealState.SUBMITTED);
    }

    @ParameterizedTest
    @EnumSource(AppealState.class)
    void aMove_isOffered_exactlyWhereItWouldBeMade(AppealState state) {
        for (Deciding.Part part : Deciding.Part.values()) {
            // Given
            var deciding = new Deciding("wira", part, NOW);
            for (AppealMove move : AppealMove.values()) {
                // When
                boolean offered = anAppealIn(state).moves(deciding).contains(move);
                Throwable refused = catchThrowable(() -> decide(anAppealIn(state), move, deciding));
                // Then
                assertThat(offered).as("%s, %s", move, part).isEqualTo(refused == null);
            }
        }
    }

    @Test
    void appealsSay_whatTheContractsTableAllows() {
        // Given
        List<Succession> said = new ArrayList<>();
        said.add(new Succession(Succession.START, AppealOpened.class, AppealState.SUBMITTED.name()));
        // When
        for (AppealState state : AppealState.values()) {
            state.after(AppealMove.UPHOLD)
                    .ifPresent(next -> said.add(new Succession(state.name(), AppealUpheld.class, next.name())));
            state.after(AppealMove.DISMISS)
                    .ifPresent(next -> said.add(new Succession(state.name(), AppealDismissed.class, next.name())));
        }
        // Then
        assertThat(said).containsExactlyInAnyOrderElementsOf(Succession.ofAppeals());
    }

    @Test
    void decision_saysWhoAndWhich() {
        // Given
        Appeal upheld = anAppealIn(AppealState.SUBMITTED);
        Appeal dismissed = anAppealIn(AppealState.SUBMITTED);
        // Then
        assertThat(upheld.uphold(WIRA)).isEqualTo(new AppealUpheld(upheld.id(), NUMBER, "wira", NOW));
        assertThat(dismissed.dismiss(DismissalReason.FRAUD_CONFIRMED, WIRA))
                .isEqualTo(new AppealDismissed(dismissed.id(), NUMBER, DismissalReason.FRAUD_CONFIRMED, "wira", NOW));
    }

    private static Appeal anAppealIn(AppealState state) {
        Appeal appeal = new Appeal(new AppealSubmitted(
                new AppealId(UUID.randomUUID()), "BND-2026-000001", NUMBER, List.of(), "b".repeat(64), NOW));
        switch (state) {
            case SUBMITTED -> {}
            case UPHELD -> decide(appeal, AppealMove.UPHOLD, WIRA);
            case DISMISSED -> decide(appeal, AppealMove.DISMISS, WIRA);
        }
        return appeal;
    }

    private static void decide(Appeal appeal, AppealMove move, Deciding deciding) {
        switch (move) {
            case UPHOLD -> appeal.uphold(deciding);
            case DISMISS -> appeal.dismiss(DismissalReason.OWNERSHIP_NOT_PROVEN, deciding);
        }
    }
}
