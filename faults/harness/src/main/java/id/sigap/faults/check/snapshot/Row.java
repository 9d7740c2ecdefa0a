package id.sigap.faults.check.snapshot;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a table, as it stands.
 *
 * @param columns null where the database has null; times are {@link Instant}s, ids are text, bytes are bytes, arrays are lists
 */
public record Row(Map<String, Object> columns) {

    public Row {
        // Map.copyOf refuses null
        columns = Collections.unmodifiableMap(new HashMap<>(columns));
    }

    /** The value as text; "" for null. */
    public String text(String column) {
        Object value = value(column);
        return value == null ? "" : value.toString();
    }

    public boolean has(String column) {
        return value(column) != null;
    }

    public Optional<Instant> time(String column) {
        return Optional.ofNullable((Instant) value(column));
    }

    /** @throws NullPointerException for null */
    public long number(String column) {
        return ((Number) value(column)).longValue();
    }

    public byte[] bytes(String column) {
        return (byte[]) value(column);
    }

    /** The elements of an array, as text; none for null. */
    public List<String> texts(String column) {
        return value(column) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private Object value(String column) {
        if (!columns.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column + " among " + columns.keySet());
        }
        return columns.get(column);
    }
}
