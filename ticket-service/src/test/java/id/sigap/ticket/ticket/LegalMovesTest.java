package id.sigap.ticket.ticket;

import static id.sigap.ticket.ticket.TicketIn.INDOSAT;
import static id.sigap.ticket.ticket.TicketIn.NOW;
import static id.sigap.ticket.ticket.TicketIn.TELKOMSEL;
import static id.sigap.ticket.ticket.TicketIn.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.events.ticket.TicketEvent;
import id.sigap.service.IllegalMove;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state × every move: where the procedure allows it, where it is refused, and where there is nothing to do. */
@Tag("quick")
class LegalMovesTest {

    /** Rows: moves. Columns: the states in their order. A state's name: legal. {@code !}: refused with the state named. {@code -}: nothing to do. */
    private static final String TABLE = """
            move            OPENED          BLOCK_REQUESTED   ACKNOWLEDGED      DECLINED        BLOCKED           RELEASE_PROPOSED  UNBLOCK_REQUESTED UNBLOCKED         CLOSED
            MERGE           OPENED          BLOCK_REQUESTED   ACKNOWLEDGED      DECLINED        BLOCKED           RELEASE_PROPOSED  UNBLOCK_REQUESTED !                 !
            UNMERGE         OPENED          BLOCK_REQUESTED   ACKNOWLEDGED      DECLINED        BLOCKED           RELEASE_PROPOSED  UNBLOCK_REQUESTED !                 !
            ASSIGN          BLOCK_REQUESTED !                 !                 !               !                 !                 !                 !                 !
            REROUTE         !               !                 !                 BLOCK_REQUESTED !                 !                 !                 !                 !
            GIVE_UP         CLOSED          !                 !                 CLOSED          !                 !                 !                 !                 !
            PROPOSE_RELEASE !               !                 !                 !               RELEASE_PROPOSED  !                 !                 !                 !
            APPROVE_RELEASE !               !                 !                 !               !                 UNBLOCK_REQUESTED !                 !                 !
            REFUSE_RELEASE  !               !                 !                 !               !                 BLOCKED           !                 !                 !
            ACKNOWLEDGE     -               ACKNOWLEDGED      -                 -               -                 -                 -                 -                 -
            CONFIRM_BLOCK   -               BLOCKED           BLOCKED           -               -                 -                 -                 -                 -
            DECLINE         -               DECLINED          DECLINED          -               -                 -                 -                 -                 -
            UPHOLD          CLOSED          UNBLOCK_REQUESTED UNBLOCK_REQUESTED CLOSED          UNBLOCK_REQUESTED UNBLOCK_REQUESTED UNBLOCK_REQUESTED -                 -
            CONFIRM_UNBLOCK -               -                 -                 -               -                 -                 UNBLOCKED         -                 -
            BLOCK_LATE      -               -                 -                 -               -                 -                 UNBLOCK_REQUESTED UNBLOCK_REQUESTED UNBLOCK_REQUESTED
            """;

    private enum Attempt {
        MERGE(ticket -> TicketIn.merge(ticket, TicketIn.verified(NOW))),
        UNMERGE(ticket -> ticket.unmerge(ticket.reports.all.getFirst().report(), NOW)),
        ASSIGN(ticket -> ticket.assign(new Route(TELKOMSEL, WINDOW), "sari", NOW)),
        REROUTE(ticket -> ticket.reroute(new Route(INDOSAT, WINDOW), "sari", NOW)),
        GIVE_UP(ticket -> ticket.giveUp("sari", NOW)),
        PROPOSE_RELEASE(ticket -> ticket.proposeRelease("sari", NOW)),
        APPROVE_RELEASE(ticket -> ticket.approveRelease("budi", WINDOW, NOW)),
        REFUSE_RELEASE(ticket -> ticket.refuseRelease("budi", NOW)),
        ACKNOWLEDGE(ticket -> ticket.acknowledge(TicketIn.acknowledgement(ticket, TELKOMSEL), NOW)),
        CONFIRM_BLOCK(
                ticket -> ticket.confirmBlock(TicketIn.confirmation(ticket, TELKOMSEL), Optional.of(WINDOW), NOW)),
        DECLINE(ticket -> ticket.decline(TicketIn.decline(ticket, TELKOMSEL), NOW)),
        UPHOLD(ticket -> ticket.uphold(TicketIn.appealUpheld(NOW), WINDOW, NOW)),
        CONFIRM_UNBLOCK(ticket -> ticket.confirmUnblock(TicketIn.unblocking(ticket, TELKOMSEL), WINDOW, NOW)),
        BLOCK_LATE(ticket -> ticket.blockedLate(TicketIn.lateBlock(ticket, TELKOMSEL), Optional.of(WINDOW), NOW));

        private final Function<Ticket, List<TicketEvent>> move;

        Attempt(Function<Ticket, List<TicketEvent>> move) {
            this.move = move;
        }
    }

    static Stream<Arguments> everyStateAndMove() {
        return TABLE.lines().skip(1).map(line -> line.split(" +")).flatMap(cells -> Arrays.stream(State.values())
                .map(state -> Arguments.of(state, Attempt.valueOf(cells[0]), cells[state.ordinal() + 1])));
    }

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @MethodSource("everyStateAndMove")
    void moves_areLegalOnlyWhereTheProcedureAllowsThem(State from, Attempt attempt, String expected) {
        // Given
        Ticket ticket = TicketIn.state(from);
        if (attempt == Attempt.UNMERGE && from.isOpen()) {
            TicketIn.merge(ticket, TicketIn.verified(NOW));
        }
        long before = ticket.version();
        // When
        Throwable refused = catchThrowable(() -> attempt.move.apply(ticket));
        // Then
        assertThat(Optional.ofNullable(refused).map(Object::getClass))
                .isEqualTo(expected.equals("!") ? Optional.of(IllegalMove.class) : Optional.empty());
        assertThat(ticket.state().name()).isEqualTo(expected.length() == 1 ? from.name() : expected);
        assertThat(ticket.version() > before).isEqualTo(expected.length() > 1);
    }
}
