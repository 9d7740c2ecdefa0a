package id.sigap.reliable;

import static id.sigap.reliable.Rows.LEDGER;
import static id.sigap.reliable.Rows.count;
import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.somethingHappenedTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service's own role may not do: what was said stays said. */
@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class JournalRightsTest {

    @Inject
    Journal journal;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "update journal set actor = 'nobody'",
                "delete from journal",
                "truncate journal",
                "update settled set outcome = 'HANDLED'",
                "delete from settled",
                "truncate settled"
            })
    void rows_canBeAdded_neverChanged(String rewriting) {
        // Given
        QuarkusTransaction.requiringNew().run(() -> journal.append(somethingHappenedTo(aTicket())));
        // When, Then
        assertThatThrownBy(() -> asService(rewriting))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "alter table journal drop column hash",
                "alter table journal disable trigger all",
                "drop table journal",
                "alter table journal owner to ledger",
                "create rule silence as on insert to journal do instead nothing",
                "create trigger quiet before insert on journal for each row execute function suppress_redundant_updates_trigger()",
                "set role ledger_owner",
                "set session_replication_role = replica"
            })
    void theTable_isNotTheServices(String takingOver) {
        assertThatThrownBy(() -> asService(takingOver))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(must be owner|permission denied).*");
    }

    @Test
    void theRole_ownsNothing_andBelongsToNobody() {
        assertThat(
                        count(
                                "select count(*) from pg_class where relname = 'journal' and pg_get_userbyid(relowner) = 'ledger_owner'"))
                .isOne();
        assertThat(
                        count(
                                "select count(*) from pg_class where relnamespace = 'public'::regnamespace and relowner = 'ledger'::regrole"))
                .isZero();
        assertThat(count("select count(*) from pg_auth_members where member = 'ledger'::regrole"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from pg_roles where rolname = 'ledger' and (rolsuper or rolcreaterole or rolbypassrls or rolreplication)"))
                .isZero();
    }

    private static void asService(String sql) throws SQLException {
        try (Connection connection = LEDGER.asService();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
