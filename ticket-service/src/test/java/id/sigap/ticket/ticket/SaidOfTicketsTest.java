package id.sigap.ticket.ticket;

import static id.sigap.ticket.ticket.TicketIn.INDOSAT;
import static id.sigap.ticket.ticket.TicketIn.NOW;
import static id.sigap.ticket.ticket.TicketIn.TELKOMSEL;
import static id.sigap.ticket.ticket.TicketIn.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.Succession;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.reliable.Ids;
import id.sigap.service.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tickets through which people, operators and appeals go at random say what the contract's table allows, and all of it. */
@Tag("quick")
class SaidOfTicketsTest {

    private static final int TICKETS = 3000;
    private static final int MOVES = 15;
    private static final List<Succession> TABLE = Succession.ofTickets();

    private final Set<Succession> said = new HashSet<>();

    @Test
    void ticketsSay_whatTheTableAllows_andEverythingInIt() {
        // When
        for (int seed = 0; seed < TICKETS; seed++) {
            goThrough(seed);
        }
        // Then
        assertThat(said).containsExactlyInAnyOrderElementsOf(TABLE);
    }

    private void goThrough(int seed) {
        var random = new SplittableRandom(seed);
        var report = TicketIn.verified(NOW.minusSeconds(60));
        var ticket = new Ticket(new TicketId(Ids.next()), TicketNumber.of(2026, seed), report);
        List<TicketEvent> now =
                ticket.open(report, random.nextBoolean() ? Optional.of(route(TELKOMSEL)) : Optional.empty(), NOW);
        List<String> heard = new ArrayList<>();
        String state = Succession.START;
        for (int move = 0; move < MOVES; move++) {
            state = said(now, state, heard);
            assertThat(state).as("%d: %s", seed, heard).isEqualTo(restsIn(ticket));
            if (move == MOVES / 2 && ticket.state() == State.BLOCKED) {
                letGo(ticket);
                state = State.CLOSED.name();
            }
            now = moved(ticket, random);
        }
    }

    private String said(List<TicketEvent> events, String from, List<String> heard) {
        String state = from;
        for (TicketEvent event : events) {
            heard.add(event.getClass().getSimpleName());
            Succession next = next(state, event, heard);
            said.add(next);
            state = next.to();
        }
        return state;
    }

    private static Succession next(String state, TicketEvent event, List<String> heard) {
        return TABLE.stream()
                .filter(row -> row.from().equals(state) && row.event() == event.getClass())
                .findFirst()
                .orElseThrow(() -> new AssertionError("from %s not in the table: %s".formatted(state, heard)));
    }

    private static String restsIn(Ticket ticket) {
        return ticket.lateBlockAt == null ? ticket.state().name() : "BLOCKED_AGAIN";
    }

    /** As officers could before operators were asked to lift what is released. */
    private static void letGo(Ticket ticket) {
        ticket.state = State.CLOSED;
        ticket.outcome = Outcome.RELEASED;
        ticket.closedAt = NOW;
    }

    /** What somebody does next; nothing if they may not. */
    private static List<TicketEvent> moved(Ticket ticket, RandomGenerator random) {
        try {
            return random.nextBoolean() ? byAPerson(ticket, random) : byAnOperator(ticket, random);
        } catch (Refusal _) {
            return List.of();
        }
    }

    private static List<TicketEvent> byAPerson(Ticket ticket, RandomGenerator random) {
        return switch (random.nextInt(9)) {
            case 0 -> TicketIn.merge(ticket, TicketIn.verified(NOW));
            case 1 -> ticket.unmerge(ticket.reports.all.getFirst().report(), NOW);
            case 2 -> ticket.assign(route(INDOSAT), "sari", NOW);
            case 3 -> ticket.reroute(route(INDOSAT), "sari", NOW);
            case 4 -> ticket.giveUp("sari", NOW);
            case 5 -> ticket.proposeRelease("sari", NOW);
            case 6 -> ticket.approveRelease("budi", WINDOW, NOW);
            case 7 -> ticket.refuseRelease("budi", NOW);
            default -> ticket.uphold(TicketIn.appealUpheld(NOW), WINDOW, NOW);
        };
    }

    /** An answer to anything it was ever asked about the number. */
    private static List<TicketEvent> byAnOperator(Ticket ticket, RandomGenerator random) {
        if (ticket.requests.all.isEmpty()) {
            return List.of();
        }
        OperatorRequest asked = ticket.requests.all.get(random.nextInt(ticket.requests.all.size()));
        RequestId request = asked.id();
        OperatorCode operator = asked.operator;
        Instant done = NOW.plusSeconds(random.nextInt(10));
        Optional<Duration> toUndo = random.nextInt(4) > 0 ? Optional.of(WINDOW) : Optional.empty();
        ReplyChannel via = ReplyChannel.KAFKA;
        if (asked.action == Action.UNBLOCK) {
            return ticket.confirmUnblock(
                    new UnblockConfirmed(request, ticket.id(), operator, done, Optional.empty(), via, NOW),
                    WINDOW,
                    NOW);
        }
        return switch (random.nextInt(4)) {
            case 0 -> ticket.acknowledge(new RequestAcknowledged(request, ticket.id(), operator, via, NOW), NOW);
            case 1 ->
                ticket.confirmBlock(
                        new BlockConfirmed(request, ticket.id(), operator, done, Optional.empty(), via, NOW),
                        toUndo,
                        NOW);
            case 2 -> ticket.decline(TicketIn.decline(ticket, operator), NOW);
            default ->
                ticket.blockedLate(
                        new LateBlockReported(request, ticket.id(), operator, done, Optional.empty(), via, NOW),
                        toUndo,
                        NOW);
        };
    }

    private static Route route(OperatorCode operator) {
        return new Route(operator, WINDOW);
    }
}
