package id.sigap.ticket.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database itself refuses, whoever writes. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "ticket")
class TicketTableTest {

    private static final String OPENED = "'OPENED', null, null, null";
    private static final String CLOSED = "'CLOSED', null, 'NOT_BLOCKED', now()";

    @Test
    void twoOpenTicketsOfOneNumber_areRefused() {
        assertThat(refusal("+628119900001", OPENED, OPENED)).contains("one_open_ticket_per_number");
    }

    @Test
    void anOpenTicketBesideAClosedOne_isTaken() {
        assertThat(refusal("+628119900002", CLOSED, OPENED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'BLOCKED', null, null, null                 | operator_is_named_before_it_is_asked
            'BLOCK_REQUESTED', 'TELKOMSEL', null, null  | a_request_is_out_while_an_answer_is_awaited
            'CLOSED', 'TELKOMSEL', null, null           | an_end_has_an_outcome
            'BLOCKED', 'TELKOMSEL', 'RELEASED', now()   | an_end_has_an_outcome
            'RELEASE_PROPOSED', 'TELKOMSEL', null, null | a_release_is_proposed_by_somebody
            'SOMEWHERE', 'TELKOMSEL', null, null        | ticket_state_check
            """, quoteCharacter = '"')
    void stateThatCannotBe_isRefused(String row, String constraint) {
        assertThat(refusal("+628119900003", row)).contains(constraint);
    }

    /** What the database says to these rows; empty if it takes them. Nothing stays. */
    private static String refusal(String number, String... rows) {
        Throwable refused = catchThrowable(() -> {
            try (var service = SharedInfrastructure.database("ticket").asService()) {
                service.setAutoCommit(false);
                for (String row : rows) {
                    insert(service, number, row);
                }
                service.rollback();
            }
        });
        return refused == null ? "" : refused.getMessage();
    }

    private static void insert(Connection service, String number, String row) throws SQLException {
        try (var statement = service.createStatement()) {
            statement.execute("""
                    insert into ticket (id, ticket_number, number, category, channel, evidence_complete_at, opened_at, version,
                                        state, operator, outcome, closed_at)
                    select id, 'SGP-2002-' || lpad((random() * 1e9)::int::text, 9, '0'), '%s', 'PRIZE', 'SMS', now(), now(), 1, %s
                    from gen_random_uuid() id""".formatted(number, row));
        }
    }
}
