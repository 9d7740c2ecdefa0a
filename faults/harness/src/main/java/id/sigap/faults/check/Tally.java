package id.sigap.faults.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often each thing stands in each of several places, where it must stand once in all. */
final class Tally {

    private final Map<String, Map<String, Long>> places = new LinkedHashMap<>();
    private final Set<String> expected = new TreeSet<>();

    /** @param ids of the things that stand in the place, as often as they do */
    Tally in(String place, Stream<String> ids) {
        Map<String, Long> counts = ids.collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        places.put(place, counts);
        expected.addAll(counts.keySet());
        return this;
    }

    /** These must be there too, whether or not any place has them. */
    Tally expecting(Stream<String> ids) {
        ids.forEach(expected::add);
        return this;
    }

    /** One finding for each thing that is not exactly once in every place. */
    void judge(String thing, Findings found) {
        for (String id : expected) {
            List<String> wrong = new ArrayList<>();
            places.forEach((place, counts) -> {
                long count = counts.getOrDefault(id, 0L);
                if (count != 1) {
                    wrong.add(place + " " + count + " times");
                }
            });
            if (!wrong.isEmpty()) {
                found.add(thing + " is expected once everywhere, and found in " + String.join(", ", wrong), id);
            }
        }
    }
}
