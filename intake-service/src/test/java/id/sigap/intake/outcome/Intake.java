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
import id.sigap.intake.vault.CaseId;
import id.sigap.phone.Suspect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Both listeners as they are, over a vault in memory that holds one report and one appeal. */
final class Intake implements Follower {

    private final KeptReport reports =
            new KeptReport(Wire.REPORT, new Suspect(Suspect.Kind.DOMESTIC_MOBILE, Wire.NUMBER.value()), Wire.START);
    private final KeptAppeal appeals = new KeptAppeal(Wire.APPEAL, Wire.NUMBER, Wire.START);
    private final KeptTicket tickets = new KeptTicket();
    private final KeptReport.Story story = new KeptReport.Story();
    private final KeptNotices notices = new KeptNotices();
    private final Verifications verifications = new Verifications(reports, appeals, story, notices);
    private final Tickets ofTickets = new Tickets(tickets, reports, appeals, story, notices);

    @Override
    public void hear(Event event) {
        switch (event) {
            case VerificationEvent said -> verifications.follow(said);
            case TicketEvent said -> ofTickets.follow(said);
            default -> throw new IllegalArgumentException("nobody here listens for " + event);
        }
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
        return story.steps();
    }

    List<Notice> mailsToReporter() {
        return notices.toldTo(report().caseId());
    }

    List<Notice> mailsToAppellant() {
        return notices.toldTo(new CaseId(Wire.APPEAL.value()));
    }
}
