package id.sigap.verification.appeal;

import id.sigap.service.Refusal;
import java.util.Arrays;
import java.util.Optional;

/** Where an appeal stands. The diagram is {@link Appeal}'s. */
public enum AppealState {
    /** It waits for the regulator. */
    SUBMITTED,
    /** The block was wrong: the number is to be unblocked. */
    UPHELD,
    /** The block was right. */
    DISMISSED;

    /** @return the state after the move; empty if the procedure doesn't allow the move from here */
    Optional<AppealState> after(AppealMove move) {
        return Optional.ofNullable(
                switch (move) {
                    case UPHOLD -> this == SUBMITTED ? UPHELD : null;
                    case DISMISS -> this == SUBMITTED ? DISMISSED : null;
                });
    }

    /** @throws Refusal 400 naming the states there are */
    public static AppealState named(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.field("state", "wrong-value", Arrays.toString(values())));
    }
}
