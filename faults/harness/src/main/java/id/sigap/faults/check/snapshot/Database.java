package id.sigap.faults.check.snapshot;

import java.util.List;
import java.util.Map;

/**
 * A service's database.
 *
 * @param tables every table of the schema
 * @param journal by subject and version
 */
public record Database(Map<String, List<Row>> tables, List<Entry> journal) {

    /** The rows of a table; none if there is no such table. */
    public List<Row> table(String name) {
        return tables.getOrDefault(name, List.of());
    }
}
