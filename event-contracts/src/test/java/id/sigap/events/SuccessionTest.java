package id.sigap.events;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.ticket.NothingToUnblock;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.verification.VerificationEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a table must be by itself; whether it is true, the tests of the service that says the events tell. */
@Tag("quick")
class SuccessionTest {

    static Stream<List<Succession>> tables() {
        return Stream.of(Succession.ofCases(), Succession.ofAppeals(), Succession.ofTickets());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anEvent_leadsFromAState_toOneAlone(List<Succession> table) {
        assertThat(table.stream().map(row -> row.from() + row.event())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyState_isReached(List<Succession> table) {
        // Given
        Set<String> reached = table.stream().map(Succession::to).collect(Collectors.toSet());
        // When
        Set<String> left = table.stream().map(Succession::from).collect(Collectors.toSet());
        // Then
        left.remove(Succession.START);
        assertThat(reached).containsAll(left);
    }

    @Test
    void everyEventOfADecider_standsInATable() {
        assertThat(tables().flatMap(List::stream).map(Succession::event).distinct())
                .containsExactlyInAnyOrderElementsOf(EventType.all().stream()
                        .<Class<? extends Event>>map(EventType::record)
                        .filter(type -> VerificationEvent.class.isAssignableFrom(type)
                                || TicketEvent.class.isAssignableFrom(type))
                        // of an appeal that no ticket had anything to do with: its only one
                        .filter(type -> type != NothingToUnblock.class)
                        .toList());
    }
}
