package id.sigap.intake.numbercheck;

import id.sigap.events.Msisdn;
import id.sigap.events.SuspectNumber;
import id.sigap.intake.form.Findings;
import id.sigap.intake.outcome.TicketNumbers;
import id.sigap.intake.pace.Counted;
import id.sigap.intake.pace.Limits;
import id.sigap.intake.pace.Visitor;
import id.sigap.intake.report.Reports;
import id.sigap.phone.Suspect;
import id.sigap.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Answers who asks about a number. */
@ApplicationScoped
class NumberChecks {

    private final Reports reports;
    private final TicketNumbers tickets;
    private final Limits limits;

    NumberChecks(Reports reports, TicketNumbers tickets, Limits limits) {
        this.reports = reports;
        this.tickets = tickets;
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
        Optional<Known> ofEverybody = PublicNumbers.of(number);
        if (ofEverybody.equals(Optional.of(Known.EMERGENCY))) {
            return Known.EMERGENCY;
        }
        return number.blockable()
                .flatMap(this::byTickets)
                .orElseGet(() -> reports.isReported(number) ? Known.REPORTED : ofEverybody.orElse(Known.NOTHING));
    }

    /** By the number that was found to be fraud, not the one reported; empty if no ticket says anything of it. */
    private Optional<Known> byTickets(Msisdn number) {
        return switch (tickets.of(number)) {
            case BLOCKED -> Optional.of(Known.BLOCKED);
            case ON_ITS_WAY -> Optional.of(Known.ON_ITS_WAY);
            case NONE -> Optional.of(Known.ON_ITS_WAY).filter(_ -> reports.awaitsTicket(number));
        };
    }
}
