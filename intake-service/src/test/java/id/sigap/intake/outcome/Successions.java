package id.sigap.intake.outcome;

import id.sigap.events.Event;
import id.sigap.events.Succession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Which event may follow in which state of an aggregate, and the state it leads to; and all that can be said by that. */
record Successions(Map<String, Map<Class<? extends Event>, String>> arrows) {

    /** One event of a word. @param from the state in which it is said */
    record Arrow(String from, Class<? extends Event> event, String to) {

        @Override
        public String toString() {
            return event.getSimpleName();
        }
    }

    static Successions none() {
        return new Successions(Map.of());
    }

    static Successions of(List<Succession> table) {
        Successions all = none();
        for (Succession row : table) {
            all = all.with(row.from(), row.event(), row.to());
        }
        return all;
    }

    /** The same, with one more arrow. */
    Successions with(String from, Class<? extends Event> event, String to) {
        var more = new LinkedHashMap<String, Map<Class<? extends Event>, String>>();
        arrows.forEach((state, next) -> more.put(state, new LinkedHashMap<>(next)));
        more.computeIfAbsent(from, _ -> new LinkedHashMap<>()).put(event, to);
        return new Successions(more);
    }

    /** Every event that is in it. */
    Set<Class<? extends Event>> events() {
        return arrows.values().stream().flatMap(next -> next.keySet().stream()).collect(Collectors.toSet());
    }

    /** Everything that can be said from there in so many events or fewer, the shortest first. */
    List<List<Arrow>> words(String start, int longest) {
        List<List<Arrow>> words = new ArrayList<>();
        Deque<List<Arrow>> queue = new ArrayDeque<>();
        queue.add(List.of());
        while (!queue.isEmpty()) {
            List<Arrow> word = queue.remove();
            words.add(word);
            if (word.size() < longest) {
                next(word.isEmpty() ? start : word.getLast().to()).forEach(arrow -> {
                    var longer = new ArrayList<>(word);
                    longer.add(arrow);
                    queue.add(longer);
                });
            }
        }
        return words;
    }

    /** Something that can be said from there, until an end, or for so many events. */
    List<Arrow> walk(String start, int longest, RandomGenerator random) {
        List<Arrow> word = new ArrayList<>();
        List<Arrow> next = next(start);
        while (!next.isEmpty() && word.size() < longest) {
            Arrow arrow = next.get(random.nextInt(next.size()));
            word.add(arrow);
            next = next(arrow.to());
        }
        return word;
    }

    /** In the order in which they were written down, so that a seed tells all. */
    private List<Arrow> next(String state) {
        return arrows.getOrDefault(state, Map.of()).entrySet().stream()
                .map(to -> new Arrow(state, to.getKey(), to.getValue()))
                .toList();
    }
}
