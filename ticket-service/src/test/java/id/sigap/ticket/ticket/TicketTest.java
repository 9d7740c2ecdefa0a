package id.sigap.ticket.ticket;

import static id.sigap.ticket.ticket.State.ACKNOWLEDGED;
import static id.sigap.ticket.ticket.State.BLOCKED;
import static id.sigap.ticket.ticket.State.BLOCK_REQUESTED;
import static id.sigap.ticket.ticket.State.CLOSED;
import static id.sigap.ticket.ticket.State.DECLINED;
import static id.sigap.ticket.ticket.State.OPENED;
import static id.sigap.ticket.ticket.State.RELEASE_PROPOSED;
import static id.sigap.ticket.ticket.State.UNBLOCKED;
import static id.sigap.ticket.ticket.State.UNBLOCK_REQUESTED;
import static id.sigap.ticket.ticket.TicketIn.INDOSAT;
import static id.sigap.ticket.ticket.TicketIn.NOW;
import static id.sigap.ticket.ticket.TicketIn.TELKOMSEL;
import static id.sigap.ticket.ticket.TicketIn.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.TicketRerouted;
import id.sigap.events.ticket.UnblockReason;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.reliable.Ids;
import id.sigap.service.Refusal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Tag("quick")
class TicketTest {

    @Test
    void opening_withAKnownOperator_asksItAtOnce() {
        // Given
        var report = TicketIn.verified(NOW);
        var ticket = new Ticket(new TicketId(Ids.next()), TicketNumber.of(2026, 7), report);
        // When
        var said = ticket.open(report, Optional.of(new Route(TELKOMSEL, Duration.ofMinutes(90))), NOW);
        // Then
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).isInstanceOf(TicketOpened.class);
        assertThat((BlockRequested) said.getLast()).satisfies(asked -> {
            assertThat(asked.ticketNumber()).isEqualTo("SGP-2026-000007");
            assertThat(asked.window()).isEqualTo(Duration.ofMinutes(90));
            assertThat(asked.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(90)));
            assertThat(asked.evidenceCompleteAt()).isEqualTo(report.evidenceCompleteAt());
        });
    }

    @Test
    void opening_withoutAnOperator_waitsForAnOfficer() {
        assertThat(TicketIn.opened(Optional.empty()).state()).isEqualTo(OPENED);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"BLOCK_REQUESTED", "ACKNOWLEDGED"})
    void confirmation_ofAnotherOperator_changesNothing(State state) {
        // Given
        var ticket = TicketIn.state(state);
        // When
        var said = ticket.confirmBlock(TicketIn.confirmation(ticket, INDOSAT), Optional.of(WINDOW), NOW);
        // Then
        assertThat(said).isEmpty();
        assertThat(ticket.state()).isEqualTo(state);
    }

    @Test
    void confirmation_forAnEarlierRequest_changesNothing() {
        // Given
        var ticket = TicketIn.state(DECLINED);
        var late = TicketIn.confirmation(ticket, TELKOMSEL);
        ticket.reroute(new Route(TELKOMSEL, WINDOW), "sari", NOW);
        // When
        var said = ticket.confirmBlock(late, Optional.of(WINDOW), NOW);
        // Then
        assertThat(said).isEmpty();
        assertThat(ticket.state()).isEqualTo(BLOCK_REQUESTED);
    }

    @Test
    void confirmation_ofAWithdrawnBlock_isAFact_andTheUnblockingStays() {
        // Given
        var ticket = TicketIn.state(BLOCK_REQUESTED);
        var late = TicketIn.confirmation(ticket, TELKOMSEL);
        ticket.uphold(TicketIn.appealUpheld(NOW), WINDOW, NOW);
        // When
        var said = ticket.confirmBlock(late, Optional.of(WINDOW), NOW);
        // Then
        assertThat(said)
                .containsExactly(
                        new NumberBlocked(ticket.id(), late.request(), ticket.number(), TELKOMSEL, late.blockedAt()));
        assertThat(ticket.state()).isEqualTo(UNBLOCK_REQUESTED);
        assertThat(ticket.requests.all.getFirst().state).isEqualTo(OperatorRequest.State.CONFIRMED);
    }

    @Test
    void aBlockAfterTheUnblocking_asksOnceMore() {
        // Given
        var ticket = TicketIn.state(UNBLOCK_REQUESTED);
        ticket.blockedLate(TicketIn.lateBlock(ticket, TELKOMSEL), Optional.of(WINDOW), NOW);
        // When
        var said = ticket.confirmUnblock(TicketIn.unblocking(ticket, TELKOMSEL), WINDOW, NOW);
        // Then
        assertThat(((UnblockRequested) said.getFirst()).reason()).isEqualTo(UnblockReason.LATE_BLOCK);
        assertThat(ticket.state()).isEqualTo(UNBLOCK_REQUESTED);
    }

    @Test
    void aBlockThatWasUndoneSince_isNoNews() {
        // Given
        var ticket = TicketIn.state(UNBLOCKED);
        ticket.unblockedAt = NOW.plusSeconds(3600);
        // When
        var said = ticket.blockedLate(TicketIn.lateBlock(ticket, TELKOMSEL), Optional.of(WINDOW), NOW);
        // Then
        assertThat(said).isEmpty();
        assertThat(ticket.state()).isEqualTo(UNBLOCKED);
    }

    @Test
    void aLateBlock_whereAnotherTicketDecides_staysWithThat() {
        // Given
        var ticket = TicketIn.state(UNBLOCKED);
        // When
        var said = ticket.blockedLate(TicketIn.lateBlock(ticket, TELKOMSEL), Optional.empty(), NOW);
        // Then
        assertThat(said).isEmpty();
        assertThat(ticket.state()).isEqualTo(UNBLOCKED);
    }

    @Test
    void theSameAnswer_givenEarlier_countsFromThen() {
        // Given
        var ticket = TicketIn.state(BLOCK_REQUESTED);
        var answer = TicketIn.confirmation(ticket, TELKOMSEL);
        ticket.confirmBlock(answer, Optional.of(WINDOW), NOW);
        var earlier = new BlockConfirmed(
                answer.request(),
                answer.ticket(),
                answer.operator(),
                answer.blockedAt(),
                answer.networkReference(),
                answer.via(),
                answer.receivedAt().minusSeconds(5));
        // When
        var said = ticket.confirmBlock(earlier, Optional.of(WINDOW), NOW);
        // Then
        assertThat(said).isEmpty();
        assertThat(ticket.requests.all.getFirst().answeredAt).isEqualTo(earlier.receivedAt());
    }

    @Test
    void reroute_asksAnewWithItsOwnRequestAndDueTime() {
        // Given
        var ticket = TicketIn.state(DECLINED);
        RequestId first = TicketIn.lastRequest(ticket);
        // When
        var said = ticket.reroute(new Route(INDOSAT, WINDOW), "sari", NOW.plusSeconds(5));
        // Then
        assertThat(said.getFirst())
                .isEqualTo(
                        new TicketRerouted(ticket.id(), Optional.of(TELKOMSEL), INDOSAT, "sari", NOW.plusSeconds(5)));
        assertThat((BlockRequested) said.getLast()).satisfies(asked -> {
            assertThat(asked.operator()).isEqualTo(INDOSAT);
            assertThat(asked.request()).isNotEqualTo(first);
            assertThat(asked.dueAt()).isEqualTo(NOW.plusSeconds(5).plus(WINDOW));
        });
    }

    @Test
    void assignment_comesFromNobody() {
        // Given
        var ticket = TicketIn.state(OPENED);
        // When
        var said = ticket.assign(new Route(INDOSAT, WINDOW), "sari", NOW);
        // Then
        assertThat(said.getFirst()).isEqualTo(new TicketRerouted(ticket.id(), Optional.empty(), INDOSAT, "sari", NOW));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"UNBLOCKED", "CLOSED"},
            mode = Mode.EXCLUDE)
    void report_thatIsInAlready_mergesOnce(State state) {
        // Given
        var ticket = TicketIn.state(state);
        var report = TicketIn.verified(NOW);
        TicketIn.merge(ticket, report);
        // When
        var said = TicketIn.merge(ticket, report);
        // Then
        assertThat(said).isEmpty();
    }

    @Test
    void report_thatWasTakenOut_mayJoinAgain() {
        // Given
        var ticket = TicketIn.state(BLOCKED);
        var report = TicketIn.verified(NOW);
        TicketIn.merge(ticket, report);
        ticket.unmerge(report.report(), NOW);
        // When
        var said = TicketIn.merge(ticket, report);
        // Then
        assertThat(said).containsExactly(new ReportMerged(ticket.id(), report.report(), NOW));
    }

    @Test
    void theLastReport_stays() {
        // Given
        var ticket = TicketIn.state(BLOCKED);
        var only = ticket.reports.all.getFirst().report();
        // When
        var refused = catchThrowable(() -> ticket.unmerge(only, NOW));
        // Then
        assertThat(refused).isInstanceOf(Refusal.class).hasMessage("last-report");
    }

    @Test
    void upheldAppeal_asksTheOperatorThatHasTheTicket() {
        // Given
        var ticket = TicketIn.state(ACKNOWLEDGED);
        var appeal = TicketIn.appealUpheld(NOW);
        // When
        var said = ticket.uphold(appeal, Duration.ofHours(2), NOW);
        // Then
        assertThat((RequestWithdrawn) said.getFirst())
                .extracting(RequestWithdrawn::request)
                .isEqualTo(ticket.requests.all.getFirst().id());
        assertThat((UnblockRequested) said.getLast()).satisfies(asked -> {
            assertThat(asked.operator()).isEqualTo(TELKOMSEL);
            assertThat(asked.appeal()).contains(appeal.appeal());
            assertThat(asked.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        });
    }

    @Test
    void upheldAppeal_decidedBeforeTheReports_concernsAnEarlierBlock() {
        // Given
        var ticket = TicketIn.state(BLOCKED);
        // When
        var said = ticket.uphold(TicketIn.appealUpheld(NOW.minusSeconds(3600)), WINDOW, NOW);
        // Then
        assertThat(said).isEmpty();
        assertThat(ticket.state()).isEqualTo(BLOCKED);
    }

    @Test
    void unblocking_endsTheTicket() {
        // Given
        var ticket = TicketIn.state(UNBLOCK_REQUESTED);
        // When
        var said = ticket.confirmUnblock(TicketIn.unblocking(ticket, TELKOMSEL), WINDOW, NOW);
        // Then
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).isInstanceOf(NumberUnblocked.class);
        assertThat(((TicketClosed) said.getLast()).outcome()).isEqualTo(Outcome.UNBLOCKED);
    }

    @Test
    void release_byTwo_asksTheOperator_andEndsWithItsOwnOutcome() {
        // Given
        var ticket = TicketIn.state(BLOCKED);
        ticket.proposeRelease("sari", NOW);
        // When
        var asked = ticket.approveRelease("budi", WINDOW, NOW);
        var ended = ticket.confirmUnblock(TicketIn.unblocking(ticket, TELKOMSEL), WINDOW, NOW);
        // Then
        assertThat((UnblockRequested) asked.getFirst()).satisfies(request -> {
            assertThat(request.reason()).isEqualTo(UnblockReason.RELEASE);
            assertThat(request.approvedBy()).contains("budi");
            assertThat(request.appeal()).isEmpty();
        });
        assertThat(((TicketClosed) ended.getLast()).outcome()).isEqualTo(Outcome.RELEASED);
    }

    @Test
    void release_byTheSamePerson_isRefused() {
        // Given
        var ticket = TicketIn.state(RELEASE_PROPOSED);
        // When
        var refused = catchThrowable(() -> ticket.approveRelease("sari", WINDOW, NOW));
        // Then
        assertThat(refused).isInstanceOf(Refusal.class).hasMessage("release-needs-another");
        assertThat(ticket.state()).isEqualTo(RELEASE_PROPOSED);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void whatIsOffered_isTaken(State state) {
        // Given
        var ticket = TicketIn.state(state);
        // When
        var offered = ticket.state().offered();
        // Then
        assertThat(offered).allSatisfy(move -> assertThat(state.allows(move)).isTrue());
        assertThat(offered.isEmpty()).isEqualTo(!state.isOpen());
    }

    @Test
    void upheldAppeal_whereABlockStandsThoughTheTicketEnded_asksForIt() {
        // Given
        var ticket = TicketIn.state(CLOSED);
        ticket.blockedAt = NOW;
        // When
        var said = ticket.uphold(TicketIn.appealUpheld(NOW), WINDOW, NOW);
        // Then
        assertThat((UnblockRequested) said.getFirst())
                .extracting(UnblockRequested::operator)
                .isEqualTo(TELKOMSEL);
        assertThat(ticket.state()).isEqualTo(UNBLOCK_REQUESTED);
    }
}
