package id.sigap.verification.desk;

import id.sigap.directory.Allocation;
import id.sigap.directory.Jakarta;
import id.sigap.directory.Operator;
import id.sigap.directory.OperatorDirectory;
import id.sigap.directory.Windows;
import id.sigap.events.OperatorCode;
import id.sigap.service.Refusal;
import id.sigap.verification.casework.CaseView.FindingView;
import id.sigap.verification.casework.CaseView.Proposal;
import id.sigap.web.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whom a request would go to. The directory is ticket-service's too: what is shown here is what happens there. */
@ApplicationScoped
class Operators {

    private final OperatorDirectory directory;
    private final Windows windows;
    private final Clock clock;

    Operators(OperatorDirectory directory, Windows windows, Clock clock) {
        this.directory = directory;
        this.windows = windows;
        this.clock = clock;
    }

    /** By code, with the company's name. */
    List<Choice> choices() {
        return directory.inForceOn(today()).stream()
                .map(Allocation::operator)
                .distinct()
                .map(code -> Choice.of(code.value(), company(code) + " (" + code.value() + ")"))
                .toList();
    }

    /** @throws Refusal 400 if the officer named nobody and the number's range belongs to nobody, or nobody answers to the name */
    ShownRequest request(Proposal proposal) {
        FindingView found = proposal.finding();
        Optional<Allocation> allocation = directory.allocationOf(found.number(), today());
        OperatorCode operator = found.operator()
                .or(() -> allocation.map(Allocation::operator))
                .filter(code -> directory.canBeAsked(code, today()))
                .orElseThrow(() -> Refusal.field("operator", "operator-required"));
        return new ShownRequest(
                Optional.of(found),
                operator.value(),
                company(operator),
                allocation.map(Allocation::brand).orElse(""),
                windows.of(operator),
                proposal.secondOfficer());
    }

    private String company(OperatorCode code) {
        return directory.operator(code).map(Operator::name).orElse(code.value());
    }

    private LocalDate today() {
        return Jakarta.dayOf(clock.instant());
    }
}
