package id.sigap.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.OperatorCode;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketRerouted;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.infrastructure.Account;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.ticket.block.Routing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events in, events out, and what the desk sees in between. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "ticket")
class TicketFlowTest {

    @Inject
    Routing routing;

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
    void verifiedReport_opensATicket_andAsksTheOperatorOfRecord() {
        // Given
        String number = Words.numberIn("811");
        EvidenceVerified report = Words.verified(number);
        // When
        neighbours.say(report);
        // Then
        var asked =
                neighbours.hear(BlockRequested.class, event -> event.number().equals(report.number()));
        assertThat(asked.operator()).isEqualTo(new OperatorCode("TELKOMSEL"));
        assertThat(asked.window()).isEqualTo(Duration.ofHours(24));
        assertThat(asked.dueAt()).isEqualTo(asked.requestedAt().plus(asked.window()));
        assertThat(asked.evidenceCompleteAt()).isEqualTo(report.evidenceCompleteAt());
        assertThat(asked.ticketNumber()).matches("SGP-20[0-9]{2}-[0-9]{6}");
        var said = neighbours.of(asked.subject());
        assertThat(said)
                .extracting(on -> on.event().getClass().getSimpleName())
                .containsExactly("TicketOpened", "BlockRequested");
        assertThat(said).extracting(EventOnTopic::sequence).containsExactly(1L, 2L);
        assertThat(said).allSatisfy(on -> {
            assertThat(on.header(CloudEventHeader.SUBJECT)).contains(on.key());
            assertThat(on.header(CloudEventHeader.SOURCE)).contains("/sigap/ticket-service");
            assertThat(on.header(CloudEventHeader.TRACE_PARENT)).isPresent();
        });
    }

    @Test
    void anOperatorsOwnWindow_countsForIt() {
        // Given
        EvidenceVerified report = Words.verified(Words.numberIn("817"));
        // When
        neighbours.say(report);
        // Then
        var asked =
                neighbours.hear(BlockRequested.class, event -> event.number().equals(report.number()));
        assertThat(asked.operator()).isEqualTo(new OperatorCode("XLSMART"));
        assertThat(asked.window()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void furtherReports_merge_alsoWhenBlocked() {
        // Given
        String number = Words.numberIn("811");
        neighbours.say(Words.verified(number));
        neighbours.say(Words.blocked(Desk.ticketOf(number, "BLOCK_REQUESTED"), "TELKOMSEL"));
        JsonPath blocked = Desk.ticketOf(number, "BLOCKED");
        EvidenceVerified second = Words.verified(number);
        // When
        neighbours.say(second);
        // Then
        neighbours.hear(ReportMerged.class, event -> event.report().equals(second.report()));
        JsonPath ticket = Desk.ticket(blocked.getString("id"));
        assertThat(ticket.getList("reports.report"))
                .hasSize(2)
                .contains(second.report().toString());
        assertThat(ticket.getString("state")).isEqualTo("BLOCKED");
        assertThat(Desk.countOf(number)).isEqualTo(1);
    }

    @Test
    void reportsOfOneNumber_atTheSameInstant_openOneTicket() throws Exception {
        // Given
        String number = Words.numberIn("812");
        int many = 6;
        var together = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(many)) {
            // When
            var done = IntStream.range(0, many)
                    .mapToObj(_ -> threads.submit(() -> {
                        together.await();
                        QuarkusTransaction.requiringNew().run(() -> routing.verified(Words.verified(number)));
                        return true;
                    }))
                    .toList();
            together.countDown();
            // Then
            for (var each : done) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(Desk.countOf(number)).isEqualTo(1);
        assertThat(Desk.ticketOf(number, "BLOCK_REQUESTED").getList("reports")).hasSize(many);
    }

    @Test
    void confirmations_moveTheTicket() {
        // Given
        String number = Words.numberIn("813");
        neighbours.say(Words.verified(number));
        JsonPath asked = Desk.ticketOf(number, "BLOCK_REQUESTED");
        // When
        neighbours.say(Words.acknowledged(asked, "TELKOMSEL"));
        JsonPath acknowledged = Desk.ticketOf(number, "ACKNOWLEDGED");
        neighbours.say(Words.blocked(acknowledged, "TELKOMSEL"));
        // Then
        JsonPath blocked = Desk.ticketOf(number, "BLOCKED");
        assertThat(blocked.getString("requests[0].state")).isEqualTo("CONFIRMED");
        assertThat(blocked.getString("requests[0].networkReference")).isEqualTo("NET-77");
        assertThat(blocked.getString("dueAt")).isNull();
        assertThat(Desk.<String>history(blocked.getString("ticketNumber"), "event"))
                .containsExactly("TicketOpened", "BlockRequested", "TicketAcknowledged", "NumberBlocked");
    }

    @Test
    void foreignOperatorsConfirmation_changesNothing() {
        // Given
        String number = Words.numberIn("814");
        neighbours.say(Words.verified(number));
        JsonPath asked = Desk.ticketOf(number, "BLOCK_REQUESTED");
        var foreign = Words.blocked(asked, "TELKOMSEL");
        // When
        neighbours.say(foreign);
        neighbours.say(Words.acknowledged(asked, "INDOSAT"));
        // Then
        JsonPath after = Desk.ticketOf(number, "ACKNOWLEDGED");
        assertThat(after.getLong("version")).isEqualTo(3);
    }

    @Test
    void notOurs_byTheDirectorysOwnOperator_waitsForAnOfficer_whoReroutes() {
        // Given
        String number = Words.numberIn("815");
        neighbours.say(Words.verified(number));
        JsonPath asked = Desk.ticketOf(number, "BLOCK_REQUESTED");
        neighbours.say(Words.declined(asked, "INDOSAT", DeclineReason.NOT_OURS, Optional.of("XLSMART")));
        JsonPath declined = Desk.ticketOf(number, "DECLINED");
        assertThat(declined.getString("suggestedOperator")).isEqualTo("XLSMART");
        assertThat(declined.getString("requests[0].decline.reason")).isEqualTo("NOT_OURS");
        // When
        Desk.post(Account.SARI, declined.getString("id") + "/reroute", "{\"operator\":\"XLSMART\"}")
                .then()
                .statusCode(200);
        // Then
        JsonPath again = Desk.ticketOf(number, "BLOCK_REQUESTED");
        var rerouted =
                neighbours.hear(TicketRerouted.class, event -> event.subject().equals(again.getString("id")));
        assertThat(rerouted.decidedBy()).isEqualTo("sari");
        assertThat(again.<String>getList("requests.operator")).containsExactly("INDOSAT", "XLSMART");
        assertThat(Desk.<String>history(again.getString("id"), "actor"))
                .containsExactly("system", "system", "system", "officer:sari", "officer:sari");
    }

    @Test
    void notOurs_byAnOperatorAnOfficerNamed_goesToTheDirectorysAtOnce() {
        // Given
        String number = Words.numberIn("816");
        neighbours.say(Words.verified(number, Optional.of("TELKOMSEL")));
        JsonPath asked = Desk.ticketOf(number, "BLOCK_REQUESTED");
        assertThat(asked.getString("operator")).isEqualTo("TELKOMSEL");
        // When
        neighbours.say(Words.declined(asked, "TELKOMSEL", DeclineReason.NOT_OURS, Optional.empty()));
        // Then
        var rerouted =
                neighbours.hear(TicketRerouted.class, event -> event.subject().equals(asked.getString("id")));
        assertThat(rerouted.to()).isEqualTo(new OperatorCode("INDOSAT"));
        assertThat(rerouted.decidedBy()).isEqualTo("directory");
        assertThat(Desk.ticketOf(number, "BLOCK_REQUESTED").getString("operator"))
                .isEqualTo("INDOSAT");
    }

    @Test
    void declined_forAnotherReason_waitsForAnOfficer_whoCloses() {
        // Given
        String number = Words.numberIn("816");
        neighbours.say(Words.verified(number, Optional.of("TELKOMSEL")));
        neighbours.say(Words.declined(
                Desk.ticketOf(number, "BLOCK_REQUESTED"),
                "TELKOMSEL",
                DeclineReason.LEGAL_HINDRANCE,
                Optional.empty()));
        JsonPath declined = Desk.ticketOf(number, "DECLINED");
        // When
        Desk.post(Account.DEWI, declined.getString("ticketNumber") + "/close", "{\"outcome\":\"NOT_BLOCKED\"}")
                .then()
                .statusCode(200);
        // Then
        var closed =
                neighbours.hear(TicketClosed.class, event -> event.subject().equals(declined.getString("id")));
        assertThat(closed.outcome()).isEqualTo(Outcome.NOT_BLOCKED);
        assertThat(closed.decidedBy()).isEqualTo("dewi");
    }

    @Test
    void unallocatedRange_waitsForAnOfficer_whoNamesTheOperator() {
        // Given
        String number = Words.numberIn("820");
        neighbours.say(Words.verified(number));
        JsonPath opened = Desk.ticketOf(number, "OPENED");
        assertThat(opened.getString("operator")).isNull();
        // When
        Desk.post(Account.SARI, opened.getString("id") + "/assign-operator", "{\"operator\":\"INDOSAT\"}")
                .then()
                .statusCode(200);
        // Then
        var asked =
                neighbours.hear(BlockRequested.class, event -> event.subject().equals(opened.getString("id")));
        assertThat(asked.operator()).isEqualTo(new OperatorCode("INDOSAT"));
    }

    @Test
    void operatorNamedByAnOfficer_thatNobodyKnows_waitsForAnOfficer() {
        // Given
        String number = Words.numberIn("811");
        // When
        neighbours.say(Words.verified(number, Optional.of("NOBODY")));
        // Then
        assertThat(Desk.ticketOf(number, "OPENED").getString("suggestedOperator"))
                .isEqualTo("TELKOMSEL");
    }

    @Test
    void upheldAppeal_unblocks_andTheNextReportOpensAnotherTicket() {
        // Given
        String number = Words.numberIn("821");
        neighbours.say(Words.verified(number));
        neighbours.say(Words.blocked(Desk.ticketOf(number, "BLOCK_REQUESTED"), "TELKOMSEL"));
        String ticket = Desk.ticketOf(number, "BLOCKED").getString("id");
        // When
        var appeal = Words.upheld(number);
        neighbours.say(appeal);
        var asked =
                neighbours.hear(UnblockRequested.class, event -> event.subject().equals(ticket));
        neighbours.say(Words.unblocked(Desk.ticketOf(number, "UNBLOCK_REQUESTED"), "TELKOMSEL"));
        // Then
        assertThat(asked.appeal()).contains(appeal.appeal());
        var closed =
                neighbours.hear(TicketClosed.class, event -> event.subject().equals(ticket));
        assertThat(closed.outcome()).isEqualTo(Outcome.UNBLOCKED);
        assertThat(Desk.ticket(ticket).getString("state")).isEqualTo("UNBLOCKED");
        neighbours.say(Words.verified(number));
        assertThat(Desk.ticketOf(number, "BLOCK_REQUESTED").getString("id")).isNotEqualTo(ticket);
    }

    @Test
    void duplicates_replaysAndLateWords_changeNothing() {
        // Given
        String number = Words.numberIn("822");
        var verified = neighbours.say(Words.verified(number));
        JsonPath asked = Desk.ticketOf(number, "BLOCK_REQUESTED");
        var confirmed = neighbours.say(Words.blocked(asked, "TELKOMSEL"));
        neighbours.hear(NumberBlocked.class, event -> event.subject().equals(asked.getString("id")));
        // When
        neighbours.repeat(verified);
        neighbours.repeat(confirmed);
        neighbours.say(Words.acknowledged(asked, "TELKOMSEL"));
        neighbours.say(Words.blocked(asked, "TELKOMSEL"));
        neighbours.say(Words.declined(asked, "TELKOMSEL", DeclineReason.NOT_OURS, Optional.empty()));
        neighbours.say(Words.upheld(Words.numberIn("822")));
        // Then: a last word on the same key is handled after all of them
        String other = Words.numberIn("822");
        neighbours.say(Words.verified(other));
        Desk.ticketOf(other, "BLOCK_REQUESTED");
        JsonPath ticket = Desk.ticket(asked.getString("id"));
        assertThat(ticket.getString("state")).isEqualTo("BLOCKED");
        assertThat(ticket.getLong("version")).isEqualTo(3);
        assertThat(Desk.countOf(number)).isEqualTo(1);
    }

    @Test
    void ticketNumbers_haveNoGaps() {
        // Given
        List<String> numbers = List.of(Words.numberIn("823"), Words.numberIn("823"));
        // When
        numbers.forEach(number -> neighbours.say(Words.verified(number)));
        // Then
        var places = numbers.stream()
                .map(number -> Desk.ticketOf(number, "BLOCK_REQUESTED").getString("ticketNumber"))
                .map(ticketNumber -> Integer.parseInt(ticketNumber.substring(9)))
                .sorted()
                .toList();
        assertThat(places.getLast()).isEqualTo(places.getFirst() + 1);
    }
}
