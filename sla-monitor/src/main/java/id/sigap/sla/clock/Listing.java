package id.sigap.sla.clock;

import id.sigap.service.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of clocks one can ask for, by the word used in the query: {@code open}, {@code at-risk} … */
enum Listing {
    OPEN(State.OPEN),
    AWAITING_START(Set.of(State.AWAITING_START)),
    RUNNING(Set.of(State.RUNNING)),
    AT_RISK(Set.of(State.AT_RISK)),
    BREACHED(Set.of(State.BREACHED)),
    MET(Set.of(State.MET)),
    MET_LATE(Set.of(State.MET_LATE)),
    DECLINED(Set.of(State.DECLINED)),
    WITHDRAWN(Set.of(State.WITHDRAWN)),
    RETRACTED(Set.of(State.RETRACTED));

    private final Set<State> states;

    Listing(Set<State> states) {
        this.states = states;
    }

    Set<State> states() {
        return states;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Refusal 400 if there is no such list */
    static Listing of(String word) {
        return Arrays.stream(values())
                .filter(listing -> listing.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.field(
                        "state",
                        "wrong-value",
                        Arrays.stream(values()).map(Listing::word).collect(Collectors.joining(", "))));
    }
}
