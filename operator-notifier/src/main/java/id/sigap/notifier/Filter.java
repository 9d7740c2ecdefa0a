package id.sigap.notifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conditions of a list; what nobody asked for does not narrow. */
public final class Filter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * @param condition HQL with {@code :name} in it
     * @param wanted empty for no such condition
     */
    public Filter and(String condition, String name, Optional<?> wanted) {
        wanted.ifPresent(value -> {
            conditions.add(condition);
            parameters.put(name, value);
        });
        return this;
    }

    /** The WHERE clause, or nothing. */
    public String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
