package id.sigap.verification.appeal;

import id.sigap.service.Refusal;
import java.util.Arrays;

/** Where an appeal stands. The diagram is {@link Appeal}'s. */
public enum AppealState {
    /** It waits for the regulator. */
    SUBMITTED,
    /** The block was wrong: the number is to be unblocked. */
    UPHELD,
    /** The block was right. */
    DISMISSED;

    /** @throws Refusal 400 naming the states there are */
    public static AppealState named(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.field("state", "wrong-value", Arrays.toString(values())));
    }
}
