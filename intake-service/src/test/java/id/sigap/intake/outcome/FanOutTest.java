package id.sigap.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.report.Notice;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.TicketAcknowledged;
import id.sigap.intake.report.AllOfATicket;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.reliable.Ids;
import id.sigap.testing.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A number that thousands reported: what its ticket says costs once, and reaches each of them once. */
@Tag("service")
@QuarkusTest
@WithSurroundings
class FanOutTest {

    private static final Logger LOG = Logger.getLogger(FanOutTest.class);
    private static final int MANY = 5_000;
    private static final Msisdn NUMBER = new Msisdn("+6281100000900");
    private static final OperatorCode TELKOMSEL = new OperatorCode("TELKOMSEL");

    private static final String CLOSED =
            "select count(*) from report where ticket = ? and state = 'CLOSED' and ticket_end = 'BLOCKED'";
    private static final String MAILS =
            "select count(*), count(distinct case_id) from notice where notice = 'BLOCKED' and case_id in (select id from report where ticket = ?)";
    private static final String CIRCULARS = "select count(*) from circular where ticket = ?";

    private final TicketId ticket = new TicketId(Ids.next());
    private final RequestId request = new RequestId(Ids.next());
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    Tickets tickets;

    @Inject
    Circulars circulars;

    @Inject
    EntityManagerFactory entities;

    @BeforeEach
    void aTicketOfThousands() throws SQLException {
        ManyReports.in(ticket, MANY);
    }

    @AfterEach
    void theyAreGone() throws SQLException {
        ManyReports.removedFrom(ticket);
    }

    @Test
    void fiveThousandReportsOfOneNumber_areDecidedWithinSeconds() throws SQLException {
        // Given
        long began = System.nanoTime();
        // When
        Topics.publish(asked(), 1);
        Topics.publish(new TicketAcknowledged(ticket, request, TELKOMSEL, now.plusSeconds(1)), 2);
        Topics.publish(blocked(), 3);
        // Then
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ManyReports.read(CLOSED, ticket.value()).equals(List.of("5000")));
        Duration decided = Duration.ofNanos(System.nanoTime() - began);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ManyReports.read(CIRCULARS, ticket.value()).equals(List.of("0")));
        Duration queued = Duration.ofNanos(System.nanoTime() - began);
        LOG.infof("decided reports=%d millis=%d queued=%d", MANY, decided.toMillis(), queued.toMillis());
        assertThat(ManyReports.read(MAILS, ticket.value())).containsExactly("5000 5000");
        assertThat(ManyReports.read(
                        "select place, step from timeline_entry where ticket = ? order by place", ticket.value()))
                .containsExactly("1 OPERATOR_ASKED", "2 OPERATOR_ACKNOWLEDGED", "3 NUMBER_BLOCKED");
        assertThat(decided).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aTicketsWord_costsTheSame_howeverManyReportsItHas() {
        // Given
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        // When
        QuarkusTransaction.requiringNew().run(() -> {
            tickets.follow(asked());
            tickets.follow(blocked());
        });
        long statements = statistics.getPrepareStatementCount() - before;
        statistics.setStatisticsEnabled(false);
        // Then: others of this service may ask something meanwhile
        assertThat(statements).isLessThan(100);
    }

    @Test
    void mails_areQueuedSomeAtATime_andOnceEach_thoughAWorkerDiesBetween() throws SQLException {
        // Given
        QuarkusTransaction.requiringNew().run(() -> circulars.send(ticket, 1, Notice.BLOCKED));
        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    circulars.queueSome(1_000);
                    throw new IllegalStateException("dies");
                }))
                .hasMessage("dies");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            circulars.round();
            return ManyReports.read(CIRCULARS, ticket.value()).equals(List.of("0"));
        });
        // Then
        assertThat(ManyReports.read(MAILS, ticket.value())).containsExactly("5000 5000");
    }

    static List<String> queries() {
        return AllOfATicket.QUERIES;
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryOfATicketsReports_walksAnIndex(String query) throws SQLException {
        // When
        String plan = String.join("\n", ManyReports.read("explain " + query.formatted("'" + UUID.randomUUID() + "'")));
        // Then
        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }

    private BlockRequested asked() {
        return new BlockRequested(
                ticket,
                "SGP-2026-000900",
                request,
                TELKOMSEL,
                NUMBER,
                Category.PRIZE,
                Channel.SMS,
                Duration.ofHours(24),
                now,
                now.plus(Duration.ofHours(24)),
                now);
    }

    private NumberBlocked blocked() {
        return new NumberBlocked(ticket, request, NUMBER, TELKOMSEL, now.plusSeconds(2));
    }
}
