package id.sigap.faults.check;

import id.sigap.events.Event;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which event may follow in which state, and the state it leads to: the diagrams of the aggregates, written down once more. Several states
 * are separated by a bar; {@code =} leaves the state as it is.
 */
record Successions(Map<String, Map<Class<? extends Event>, String>> table) {

    /** Nothing has been said yet. */
    static final String START = "START";

    private static final String SAME = "=";

    static Successions none() {
        return new Successions(Map.of());
    }

    /** The same, with one more arrow. */
    Successions with(String from, Class<? extends Event> event, String to) {
        Map<String, Map<Class<? extends Event>, String>> more = new HashMap<>();
        table.forEach((state, moves) -> more.put(state, new HashMap<>(moves)));
        Arrays.stream(from.split("\\|")).map(String::strip).forEach(state -> more.computeIfAbsent(
                        state, _ -> new HashMap<>())
                .put(event, to.equals(SAME) ? state : to));
        return new Successions(more);
    }

    /** @return the state after the event; empty if it must not come now */
    Optional<String> after(String state, Event event) {
        return Optional.ofNullable(table.getOrDefault(state, Map.of()).get(event.getClass()));
    }
}
