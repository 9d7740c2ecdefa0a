package id.sigap.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Event;
import id.sigap.events.ticket.AppealJoined;
import id.sigap.events.ticket.NothingToUnblock;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.UnblockReason;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.infrastructure.Account;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a number's owner or two officers undo, in whatever order the others' words come: who is told something is told by the event that makes it true. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "ticket")
class UndoingTest {

    private Neighbours neighbours;

    @BeforeEach
    void meet() {
        neighbours = new Neighbours();
    }

    @AfterEach
    void part() {
        neighbours.close();
    }

    @Test
    void anAppealUpheldBeforeTheBlock_withdrawsTheRequest_andALateBlockIsUndone() {
        // Given
        String number = Words.numberIn("821");
        neighbours.say(Words.verified(number));
        JsonPath asked = Desk.ticketOf(number, "BLOCK_REQUESTED");
        String ticket = asked.getString("id");
        neighbours.say(Words.upheld(number));
        JsonPath unblocking = Desk.ticketOf(number, "UNBLOCK_REQUESTED");
        // When: the network does what it was first asked last
        neighbours.say(Words.unblocked(unblocking, "TELKOMSEL"));
        Desk.ticketOf(number, "UNBLOCKED");
        neighbours.say(Words.blockedLate(unblocking, "TELKOMSEL"));
        JsonPath again = Desk.ticketOf(number, "UNBLOCK_REQUESTED");
        neighbours.say(Words.unblocked(again, "TELKOMSEL"));
        // Then
        Desk.ticketOf(number, "UNBLOCKED");
        assertThat(namesOf(ticket))
                .containsExactly(
                        "TicketOpened",
                        "BlockRequested",
                        "RequestWithdrawn",
                        "UnblockRequested",
                        "NumberUnblocked",
                        "TicketClosed",
                        "NumberBlocked",
                        "UnblockRequested",
                        "NumberUnblocked",
                        "TicketClosed");
        assertThat(again.getString("requests[-1].reason")).isEqualTo("LATE_BLOCK");
        assertThat(again.getString("requests[0].state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void anAnswerThatCrossedTheWithdrawal_isKept_andTheUnblockingEndsIt() {
        // Given
        String number = Words.numberIn("821");
        neighbours.say(Words.verified(number));
        JsonPath asked = Desk.ticketOf(number, "BLOCK_REQUESTED");
        neighbours.say(Words.upheld(number));
        Desk.ticketOf(number, "UNBLOCK_REQUESTED");
        // When
        neighbours.say(Words.blocked(asked, "TELKOMSEL"));
        neighbours.hear(NumberBlocked.class, event -> event.subject().equals(asked.getString("id")));
        neighbours.say(Words.unblocked(Desk.ticketOf(number, "UNBLOCK_REQUESTED"), "TELKOMSEL"));
        // Then
        JsonPath ended = Desk.ticketOf(number, "UNBLOCKED");
        assertThat(ended.getString("requests[0].state")).isEqualTo("CONFIRMED");
        assertThat(ended.getList("requests")).hasSize(2);
    }

    @Test
    void anAppealForANumberThatNobodyBlocked_saysSo() {
        // Given
        var appeal = Words.upheld(Words.numberIn("821"));
        // When
        neighbours.say(appeal);
        // Then
        assertThat(neighbours.hear(NothingToUnblock.class, of(appeal.subject())).number())
                .isEqualTo(appeal.number());
    }

    @Test
    void aReportDecidedBeforeTheAppeal_andHeardOfAfterIt_leadsToNoBlock() {
        // Given
        String number = Words.numberIn("821");
        var report = Words.verified(number);
        var appeal = Words.upheld(number, Instant.now().plus(Duration.ofMinutes(1)));
        neighbours.say(appeal);
        neighbours.hear(NothingToUnblock.class, of(appeal.subject()));
        // When
        neighbours.say(report);
        // Then
        JsonPath ticket = Desk.ticketOf(number, "CLOSED");
        assertThat(namesOf(ticket.getString("id"))).containsExactly("TicketOpened", "TicketClosed");
        TicketClosed closed = neighbours.hear(TicketClosed.class, of(ticket.getString("id")));
        assertThat(closed.outcome()).isEqualTo(Outcome.NOT_BLOCKED);
        assertThat(closed.appeal()).contains(appeal.appeal());
    }

    @Test
    void anAppealBeforeAnybodyWasAsked_endsTheTicket_andSaysThatNothingIsBlocked() {
        // Given
        String number = Words.numberIn("821");
        neighbours.say(Words.verified(number, Optional.of("NOBODY")));
        JsonPath opened = Desk.ticketOf(number, "OPENED");
        var appeal = Words.upheld(number);
        // When
        neighbours.say(appeal);
        // Then
        assertThat(neighbours
                        .hear(TicketClosed.class, of(opened.getString("id")))
                        .appeal())
                .contains(appeal.appeal());
        neighbours.hear(NothingToUnblock.class, of(appeal.subject()));
    }

    @Test
    void aSecondAppeal_whileTheFirstIsAnswered_joinsIt() {
        // Given
        String number = Words.numberIn("821");
        neighbours.say(Words.verified(number));
        neighbours.say(Words.upheld(number));
        JsonPath asked = Desk.ticketOf(number, "UNBLOCK_REQUESTED");
        var second = Words.upheld(number);
        // When
        neighbours.say(second);
        // Then
        AppealJoined joined = neighbours.hear(AppealJoined.class, of(asked.getString("id")));
        assertThat(joined.appeal()).isEqualTo(second.appeal());
        assertThat(joined.request()).hasToString(asked.getString("requests[-1].request"));
    }

    @Test
    void aRelease_isProposedByOne_approvedByAnother_andAskedOfTheOperator() {
        // Given
        String number = Words.numberIn("821");
        neighbours.say(Words.verified(number));
        neighbours.say(Words.blocked(Desk.ticketOf(number, "BLOCK_REQUESTED"), "TELKOMSEL"));
        String ticket = Desk.ticketOf(number, "BLOCKED").getString("id");
        // When
        var proposed = Desk.post(Account.SARI, ticket + "/propose-release", "");
        var own = Desk.post(Account.SARI, ticket + "/approve-release", "");
        var approved = Desk.post(Account.DEWI, ticket + "/approve-release", "");
        // Then
        proposed.then().statusCode(200);
        assertThat(proposed.jsonPath().getString("state")).isEqualTo("RELEASE_PROPOSED");
        assertThat(proposed.jsonPath().getList("moves")).containsExactlyInAnyOrder("REFUSE_RELEASE");
        own.then().statusCode(409);
        assertThat(own.jsonPath().getString("type")).isEqualTo("urn:sigap:problem:release-needs-another");
        assertThat(approved.jsonPath().getString("state")).isEqualTo("UNBLOCK_REQUESTED");
        UnblockRequested asked = neighbours.hear(UnblockRequested.class, of(ticket));
        assertThat(asked.reason()).isEqualTo(UnblockReason.RELEASE);
        assertThat(asked.approvedBy()).contains("dewi");
        neighbours.say(Words.unblocked(Desk.ticketOf(number, "UNBLOCK_REQUESTED"), "TELKOMSEL"));
        assertThat(Desk.ticketOf(number, "UNBLOCKED").getString("outcome")).isEqualTo("RELEASED");
    }

    @Test
    void anAppealUpheldWhileAReleaseIsProposed_asksTheOperatorAtOnce() {
        // Given
        String number = Words.numberIn("821");
        neighbours.say(Words.verified(number));
        neighbours.say(Words.blocked(Desk.ticketOf(number, "BLOCK_REQUESTED"), "TELKOMSEL"));
        String ticket = Desk.ticketOf(number, "BLOCKED").getString("id");
        Desk.post(Account.SARI, ticket + "/propose-release", "").then().statusCode(200);
        // When
        neighbours.say(Words.upheld(number));
        // Then
        assertThat(neighbours.hear(UnblockRequested.class, of(ticket)).reason()).isEqualTo(UnblockReason.APPEAL);
        assertThat(Desk.ticketOf(number, "UNBLOCK_REQUESTED").getString("releaseProposedBy"))
                .isNull();
    }

    private static <E extends Event> Predicate<E> of(String subject) {
        return event -> event.subject().equals(subject);
    }

    private List<String> namesOf(String ticket) {
        return neighbours.of(ticket).stream()
                .map(on -> on.event().getClass().getSimpleName())
                .toList();
    }
}
