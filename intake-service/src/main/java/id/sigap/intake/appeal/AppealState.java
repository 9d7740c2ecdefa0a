package id.sigap.intake.appeal;

import id.sigap.service.IllegalMove;

/** Where an appeal stands. The diagram is {@link Appeal}'s. */
public enum AppealState {
    /** Documents are still being handed in; nobody looks at it yet. */
    DRAFT,
    SUBMITTED,
    /** It waits for the regulator. */
    UNDER_REVIEW,
    /** It is not yet known what there is to undo. */
    UPHELD,
    DISMISSED,
    /** Upheld, and the operator is asked to lift the block. */
    UNBLOCK_ASKED,
    /** Upheld, and no block that it concerns stands. */
    NOTHING_BLOCKED,
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
            case ASK_UNBLOCK -> this == UNBLOCKED ? this : followed(UNBLOCK_ASKED);
            case ASK_UNBLOCK_AGAIN -> this == UNBLOCKED ? UNBLOCK_ASKED : this;
            case FIND_NOTHING_BLOCKED -> followed(NOTHING_BLOCKED);
            case UNBLOCK -> followed(UNBLOCKED);
        };
    }

    /** The decision, unless what followed from it is known already. */
    private AppealState decided(AppealState next) {
        return switch (this) {
            case SUBMITTED, UNDER_REVIEW, UPHELD, DISMISSED -> next;
            case DRAFT, UNBLOCK_ASKED, NOTHING_BLOCKED, UNBLOCKED -> this;
        };
    }

    private AppealState followed(AppealState next) {
        return this == DRAFT ? this : next;
    }
}
