package id.sigap.ticket.block;

import id.sigap.directory.Jakarta;
import id.sigap.directory.OperatorDirectory;
import id.sigap.directory.Windows;
import id.sigap.events.OperatorCode;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.reliable.Ids;
import id.sigap.ticket.appeal.UpheldAppeals;
import id.sigap.ticket.ticket.Route;
import id.sigap.ticket.ticket.Ticket;
import id.sigap.ticket.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Turns verified reports into tickets and requests, and sends a ticket on when its operator says "not ours". */
@ApplicationScoped
public class Routing {

    private static final Logger LOG = Logger.getLogger(Routing.class);
    /** Who decided, where no officer did. */
    private static final String DIRECTORY = "directory";

    private final Tickets tickets;
    private final UpheldAppeals appeals;
    private final OperatorDirectory directory;
    private final Windows windows;
    private final Clock clock;

    Routing(Tickets tickets, UpheldAppeals appeals, OperatorDirectory directory, Windows windows, Clock clock) {
        this.tickets = tickets;
        this.appeals = appeals;
        this.directory = directory;
        this.windows = windows;
        this.clock = clock;
    }

    /** The number's open ticket takes the report in; without one a ticket is opened, and its operator asked if it is known. */
    public void verified(EvidenceVerified report) {
        Instant now = clock.instant();
        tickets.openOf(report.number())
                .ifPresentOrElse(
                        ticket -> tickets.say(ticket.merge(report, tickets.stay(ticket, report.report()), now)),
                        () -> open(report, now));
    }

    /** "Not ours" goes to the operator the directory names, unless that one has declined already; everything else waits for an officer. */
    public void declined(Ticket ticket, BlockDeclined answer) {
        Instant now = clock.instant();
        var said = ticket.decline(answer, now);
        tickets.say(said);
        if (!said.isEmpty() && answer.reason() == DeclineReason.NOT_OURS) {
            directory
                    .operatorOf(ticket.number(), Jakarta.dayOf(now))
                    .filter(other -> !ticket.requests().wereDeclinedBy(other))
                    .ifPresent(other -> tickets.say(ticket.reroute(routeTo(other), DIRECTORY, now)));
        }
    }

    Duration windowOf(Ticket ticket) {
        return windows.of(ticket.operator().orElseThrow());
    }

    Route routeTo(OperatorCode operator) {
        return new Route(operator, windows.of(operator));
    }

    /** A report that was decided before an appeal was upheld is heard of after it as well: its ticket ends as it would have then. */
    private void open(EvidenceVerified report, Instant now) {
        Ticket ticket = new Ticket(new TicketId(Ids.next()), tickets.nextNumber(now), report);
        Optional<AppealUpheld> overruled = appeals.after(report);
        tickets.say(ticket.open(
                report, operatorOf(report, now).filter(_ -> overruled.isEmpty()).map(this::routeTo), now));
        overruled.ifPresent(appeal -> tickets.say(ticket.uphold(appeal, Duration.ZERO, now)));
        tickets.persist(ticket);
    }

    /** Whom the officer named, else the directory. A name nobody answers to is left to an officer: the directory may not overrule one. */
    private Optional<OperatorCode> operatorOf(EvidenceVerified report, Instant now) {
        if (report.operator().isEmpty()) {
            return directory.operatorOf(report.number(), Jakarta.dayOf(now));
        }
        Optional<OperatorCode> named =
                report.operator().filter(operator -> directory.canBeAsked(operator, Jakarta.dayOf(now)));
        if (named.isEmpty()) {
            LOG.warnf("operator named by an officer is not in the directory report=%s", report.report());
        }
        return named;
    }
}
