package id.sigap.intake.numbercheck;

import id.sigap.events.SuspectNumber;
import id.sigap.intake.form.Findings;
import id.sigap.intake.pace.Counted;
import id.sigap.intake.pace.Limits;
import id.sigap.intake.pace.Visitor;
import id.sigap.intake.report.ReportState;
import id.sigap.intake.report.Reports;
import id.sigap.intake.report.Standing;
import id.sigap.intake.report.TicketEnd;
import id.sigap.phone.Suspect;
import id.sigap.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Answers who asks about a number. */
@ApplicationScoped
class NumberChecks {

    private final Reports reports;
    private final Limits limits;

    NumberChecks(Reports reports, Limits limits) {
        this.reports = reports;
        this.limits = limits;
    }

    /** @throws Refusal 400 if it is no number; nobody is told anything of a sender's name, under which anybody can write */
    static SuspectNumber number(String typed) {
        if (Suspect.isSenderName(typed)) {
            throw Refusal.field("number", "sender-name-not-checked");
        }
        var findings = new Findings();
        Optional<SuspectNumber> number = findings.number("number", typed);
        findings.settle();
        return number.orElseThrow();
    }

    /** @throws Refusal 429 for a network that asks about too many numbers */
    Known of(SuspectNumber number, Visitor visitor) {
        limits.use(visitor, Counted.NUMBER_CHECKS);
        List<Standing> standings = reports.standingsOf(number);
        if (standings.stream().anyMatch(standing -> standing.end() == TicketEnd.BLOCKED)) {
            return Known.BLOCKED;
        }
        return standings.stream().anyMatch(NumberChecks::isOpen) ? Known.REPORTED : Known.NOTHING;
    }

    private static boolean isOpen(Standing standing) {
        return standing.end() == null && (standing.state().isUndecided() || standing.state() == ReportState.VERIFIED);
    }
}
