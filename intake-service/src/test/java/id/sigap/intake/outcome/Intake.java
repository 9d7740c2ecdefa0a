package id.sigap.intake.outcome;

import id.sigap.events.Event;
import id.sigap.events.report.Notice;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.intake.appeal.KeptAppeal;
import id.sigap.intake.notice.KeptNotices;
import id.sigap.intake.report.KeptReport;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Step;
import id.sigap.intake.report.TimelineEntry;
import id.sigap.intake.vault.CaseId;
import id.sigap.phone.Suspect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Both listeners as they are, over a vault in memory that holds one report and one appeal. */
final class Intake implements Follower {

    private final KeptReport reports =
            new KeptReport(Wire.REPORT, new Suspect(Suspect.Kind.DOMESTIC_MOBILE, Wire.NUMBER.value()), Wire.START);
    private final KeptAppeal appeals = new KeptAppeal(Wire.APPEAL, Wire.NUMBER, Wire.START);
    private final KeptTicket tickets = new KeptTicket();
    private final KeptReport.Story story = new KeptReport.Story();
    private final KeptNotices notices = new KeptNotices();
    private final Verifications verifications = new Verifications(reports, appeals, story, notices);
    private final KeptCirculars circulars = new KeptCirculars(reports, notices);
    private final Tickets ofTickets = new Tickets(tickets, reports, appeals, story, notices, circulars);
    private final Deadlines deadlines = new Deadlines(tickets);
    private final int chunk;

    /** @param chunk how many mails of a circular are queued after each event; with none they wait, for whatever comes meanwhile */
    Intake(int chunk) {
        this.chunk = chunk;
    }

    @Override
    public void hear(Event event) {
        switch (event) {
            case VerificationEvent said -> verifications.follow(said);
            case TicketEvent said -> ofTickets.follow(said);
            default -> throw new IllegalArgumentException("nobody here listens for " + event);
        }
        if (chunk > 0) {
            circulars.queueSome(chunk);
        }
    }

    /** Until every circular has come to its end. */
    void queueAll() {
        boolean more;
        do {
            more = circulars.queueSome(1);
        } while (more);
    }

    Optional<Instant> deadline() {
        return deadlines.of(report());
    }

    @Override
    public void takeBack(Instant at) {
        report().withdraw(at);
    }

    @Override
    public String state() {
        return report().state().name();
    }

    Report report() {
        return reports.report();
    }

    String appealState() {
        return appeals.state();
    }

    Optional<Instant> appealDecidedAt() {
        return appeals.decidedAt();
    }

    Optional<FollowedTicket> ticket() {
        return tickets.ticket();
    }

    List<Step> steps() {
        return story.of(report()).stream().map(TimelineEntry::step).toList();
    }

    /** Those too that a circular is still to bring. */
    List<Notice> mailsToReporter() {
        return Stream.concat(
                        notices.toldTo(report().caseId()).stream(),
                        circulars.left().stream()
                                .filter(circular -> circular.isStillToReach(report()))
                                .map(Circular::notice))
                .toList();
    }

    List<Notice> mailsToAppellant() {
        return notices.toldTo(new CaseId(Wire.APPEAL.value()));
    }
}
