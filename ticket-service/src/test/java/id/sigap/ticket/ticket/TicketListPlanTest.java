package id.sigap.ticket.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list the desk can ask for walks an index, in a table that has grown. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "ticket")
class TicketListPlanTest {

    // ids older than any real one, so that other tests' lists begin with their own tickets
    private static final String GROW = """
            insert into ticket (id, ticket_number, number, state, operator, category, channel, evidence_complete_at,
                                opened_at, closed_at, outcome, version)
            select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'SGP-2001-' || lpad(n::text, 6, '0'), '+6281100' || lpad(n::text, 6, '0'), 'CLOSED',
                   (array['TELKOMSEL', 'INDOSAT', 'XLSMART'])[1 + n % 3], 'PRIZE', 'SMS', now(), now(), now(),
                   'NOT_BLOCKED', 1
            from generate_series(1, 20000) n on conflict do nothing""";

    @Inject
    Tickets tickets;

    static Stream<TicketFilter> filters() {
        return either(State.CLOSED).flatMap(state -> either(new OperatorCode("TELKOMSEL"))
                .flatMap(operator -> either(new Msisdn("+6281100000001"))
                        .flatMap(number -> either(UUID.fromString("00000000-0000-7000-8000-000000010000"))
                                .map(before -> new TicketFilter(state, operator, number, before)))));
    }

    @BeforeAll
    static void grow() throws SQLException {
        try (var owner = SharedInfrastructure.database("ticket").asOwner();
                var statement = owner.createStatement()) {
            statement.execute(GROW);
            statement.execute("analyze ticket");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void everyList_walksAnIndex(TicketFilter filter) {
        // When
        List<?> plan = QuarkusTransaction.requiringNew().call(() -> {
            var explain = tickets.getEntityManager().createNativeQuery("explain " + filter.sql() + " limit 51");
            filter.parameters().forEach(explain::setParameter);
            return explain.getResultList();
        });
        // Then
        assertThat(plan.toString()).contains("Index").doesNotContain("Seq Scan");
    }

    private static <T> Stream<Optional<T>> either(T value) {
        return Stream.of(Optional.empty(), Optional.of(value));
    }
}
