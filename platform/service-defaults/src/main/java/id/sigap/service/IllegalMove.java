package id.sigap.service;

import java.util.List;
import java.util.Map;

/** A step the thing's state doesn't allow: 409, saying which state it is in. */
public final class IllegalMove extends Refusal {

    /**
     * @param thing {@code ticket}, {@code case} …
     * @param state the state it is in
     * @param move what was asked of it
     */
    public IllegalMove(String thing, Enum<?> state, String move) {
        super(
                409,
                "illegal-move",
                List.of(),
                Map.of("state", state.name()),
                new TextKey("thing." + thing),
                state.name(),
                move);
    }

    @Override
    public String getMessage() {
        return "illegal move in state " + extensions().get("state");
    }
}
