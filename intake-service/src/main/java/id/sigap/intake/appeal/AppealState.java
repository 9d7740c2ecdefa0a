package id.sigap.intake.appeal;

import java.util.Map;
import java.util.Optional;

/** Where an appeal stands. The diagram is {@link Appeal}'s. */
public enum AppealState {
    /** Documents are still being handed in; nobody looks at it yet. */
    DRAFT,
    SUBMITTED,
    /** It waits for the regulator. */
    UNDER_REVIEW,
    UPHELD,
    DISMISSED,
    /** The operator has lifted the block. */
    UNBLOCKED;

    // The ticket's word comes on another topic and may overtake the decision's.
    private static final Map<AppealState, Map<AppealMove, AppealState>> LEGAL = Map.of(
            DRAFT,
            Map.of(AppealMove.SUBMIT, SUBMITTED),
            SUBMITTED,
            Map.of(
                    AppealMove.REVIEW, UNDER_REVIEW,
                    AppealMove.UPHOLD, UPHELD,
                    AppealMove.DISMISS, DISMISSED,
                    AppealMove.UNBLOCK, UNBLOCKED),
            UNDER_REVIEW,
            Map.of(
                    AppealMove.UPHOLD, UPHELD,
                    AppealMove.DISMISS, DISMISSED,
                    AppealMove.UNBLOCK, UNBLOCKED),
            UPHELD,
            Map.of(AppealMove.UNBLOCK, UNBLOCKED),
            DISMISSED,
            Map.of(),
            UNBLOCKED,
            Map.of());

    /** @return the state after the move; empty if the procedure doesn't allow it from here */
    Optional<AppealState> after(AppealMove move) {
        return Optional.ofNullable(LEGAL.get(this).get(move));
    }
}
