package id.sigap.sla.clock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a list of clocks is narrowed by. What is absent does not narrow. */
final class Conditions {

    private final StringBuilder text = new StringBuilder("true");
    private final Map<String, Object> values = new HashMap<>();

    /**
     * @param names the parameters in {@code condition} that the values are for, in their order
     */
    Conditions and(String condition, List<String> names, Object... given) {
        text.append(" and (").append(condition).append(')');
        for (int i = 0; i < given.length; i++) {
            values.put(names.get(i), given[i]);
        }
        return this;
    }

    /** @param condition has one parameter, {@code :name} */
    Conditions and(String condition, String name, Optional<?> value) {
        return value.isPresent() ? and(condition, List.of(name), value.get()) : this;
    }

    String orderedBy(String order) {
        return text + " order by " + order;
    }

    Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
