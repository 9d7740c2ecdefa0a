package id.sigap.intake.appeal;

import id.sigap.service.IllegalMove;

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

    /**
     * What the regulator and the ticket decided is followed from every state: the ticket's word comes on another topic and may overtake the
     * decision's.
     *
     * @throws IllegalMove if it was submitted before: only what an appellant asks for can be refused
     */
    AppealState after(AppealMove move) {
        return switch (move) {
            case SUBMIT -> {
                if (this != DRAFT) {
                    throw new IllegalMove("appeal", this, "submit");
                }
                yield SUBMITTED;
            }
            case REVIEW -> this == SUBMITTED ? UNDER_REVIEW : this;
            case UPHOLD -> decided(UPHELD);
            case DISMISS -> decided(DISMISSED);
            case UNBLOCK -> this == DRAFT ? this : UNBLOCKED;
        };
    }

    private AppealState decided(AppealState next) {
        return this == DRAFT || this == UNBLOCKED ? this : next;
    }
}
