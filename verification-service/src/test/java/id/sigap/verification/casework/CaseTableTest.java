package id.sigap.verification.casework;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.service.Sql;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.desk.VaultStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table's own lists of states are {@link CaseState}'s: an index that lists others would not be used, or leave cases out. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class CaseTableTest {

    private static final String INDEXES = """
            select indexname as name, indexdef as words from pg_indexes
            where schemaname = current_schema() and tablename = 'verification_case' and indexdef like '% WHERE %state%'
            """;

    private static final String CONSTRAINTS = """
            select conname as name, pg_get_constraintdef(oid) as words from pg_constraint
            where conrelid = 'verification_case'::regclass and contype = 'c'
            """;

    private static final Pattern STATE = Pattern.compile("'([A-Z_]+)'");

    @Inject
    Sql sql;

    @Test
    void partialIndexes_listTheStatesThatAreAskedFor() {
        assertThat(listed(INDEXES))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "case_open", those(CaseState::isQueued),
                        "case_by_activity", those(CaseState::isQueued),
                        "case_written_after", those(CaseState::isDecided),
                        "case_by_finding", Set.of("VERIFIED")));
    }

    @Test
    void constraints_listTheStatesTheyAreAbout() {
        assertThat(listed(CONSTRAINTS))
                .containsEntry("verification_case_state_check", those(_ -> true))
                .containsEntry("closed_by_somebody", those(state -> !state.isOpen()))
                .containsEntry("somebody_has_it", those(state -> state.isQueued() && state != CaseState.WAITING));
    }

    private record Definition(String name, String words) {}

    /** What each names of the states. */
    private Map<String, Set<String>> listed(String query) {
        List<Definition> definitions =
                sql.rows(row -> new Definition(row.getString("name"), row.getString("words")), query);
        return definitions.stream().collect(toMap(Definition::name, definition -> STATE.matcher(definition.words())
                .results()
                .map(match -> match.group(1))
                .collect(toSet())));
    }

    private static Set<String> those(Predicate<CaseState> which) {
        return Arrays.stream(CaseState.values()).filter(which).map(Enum::name).collect(toSet());
    }
}
