package id.sigap.notifier.reply;

import id.sigap.notifier.request.State;
import java.util.List;

/** What a list of requests may be narrowed to. */
enum Listing {
    OPEN(State.PENDING, State.ACKNOWLEDGED),
    PENDING(State.PENDING),
    ACKNOWLEDGED(State.ACKNOWLEDGED),
    CONFIRMED(State.CONFIRMED),
    DECLINED(State.DECLINED),
    WITHDRAWN(State.WITHDRAWN);

    private final List<State> states;

    Listing(State... states) {
        this.states = List.of(states);
    }

    List<State> states() {
        return states;
    }
}
