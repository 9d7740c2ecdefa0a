package id.sigap.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Event;
import id.sigap.events.report.Notice;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.intake.notice.QueuedNotices;
import id.sigap.intake.outcome.Successions.Arrow;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.report.Step;
import id.sigap.intake.report.StoredReport;
import id.sigap.intake.report.Timeline;
import id.sigap.intake.report.TimelineEntry;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Long stories of one report, as {@link FactsInEveryStateTest} makes them, told to the service's own listeners and tables: in batches of every
 * length, with circulars that go on at any moment, and undone in the end.
 */
@Tag("service")
@QuarkusTest
@WithSurroundings
class FactsInTheDatabaseTest {

    private static final Successions TICKET = Deciders.ticket();

    @Inject
    Tickets tickets;

    @Inject
    Verifications verifications;

    @Inject
    Circulars circulars;

    @Inject
    Deadlines deadlines;

    @Inject
    Reports reports;

    @Inject
    Timeline timeline;

    @Inject
    QueuedNotices notices;

    @Inject
    CaseKeys keys;

    @Inject
    EntityManager entities;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void report_isToldWhatItWasInTheTicketFor(int seed) {
        QuarkusTransaction.begin();
        try {
            tell(new SplittableRandom(seed));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void tell(RandomGenerator random) {
        // Given
        StoredReport.store(keys, reports, Wire.REPORT, Wire.NUMBER, Wire.START);
        var expected = new Fold();
        // When
        for (Event event : story(random)) {
            hear(event);
            expected.hear(event);
            if (random.nextInt(3) == 0) {
                endOfBatch();
                // Then
                agree(expected);
            }
            if (random.nextInt(4) == 0) {
                endOfBatch();
                circulars.queueSome(1);
                endOfBatch();
            }
        }
        endOfBatch();
        while (circulars.queueSome(1)) {
            endOfBatch();
        }
        agree(expected);
        assertThat(mails()).containsExactlyInAnyOrderElementsOf(expected.mails);
    }

    private static List<Event> story(RandomGenerator random) {
        List<Arrow> decided = Deciders.CASE.walk(Deciders.START, 40, random);
        while (decided.getLast().event() != EvidenceVerified.class) {
            decided = Deciders.CASE.walk(Deciders.START, 40, random);
        }
        List<Arrow> ticket = TICKET.walk(random.nextBoolean() ? Deciders.OURS : Deciders.ANOTHERS, 40, random);
        return Hearing.shuffled(Wire.events(decided), Wire.events(ticket), random);
    }

    private void hear(Event event) {
        switch (event) {
            case VerificationEvent said -> verifications.follow(said);
            case TicketEvent said -> tickets.follow(said);
            default -> throw new IllegalArgumentException("nobody here listens for " + event);
        }
    }

    /** What the next batch's transaction would not have in hand. */
    private void endOfBatch() {
        entities.flush();
        entities.clear();
    }

    private void agree(Fold expected) {
        Report report = reports.of(new CaseId(Wire.REPORT.value()));
        assertThat(report.state().name()).isEqualTo(expected.report());
        assertThat(report.ticketEnd().map(Enum::name)).isEqualTo(expected.ticketEnd());
        assertThat(report.ticket().isPresent()).isEqualTo(expected.isInTicket());
        assertThat(deadlines.of(report)).isEqualTo(expected.deadline());
        List<Step> told = timeline.of(report).stream().map(TimelineEntry::step).toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected.steps);
    }

    private List<Notice> mails() {
        return notices.to(new CaseId(Wire.REPORT.value()));
    }
}
