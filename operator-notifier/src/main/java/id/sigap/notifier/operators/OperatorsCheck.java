package id.sigap.notifier.operators;

import id.sigap.directory.Allocation;
import id.sigap.directory.Jakarta;
import id.sigap.directory.OperatorDirectory;
import id.sigap.events.OperatorCode;
import id.sigap.service.start.StartRefused;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether it was said of every operator where it takes mail, the procedure's own channel, and of nobody else. A name that is misspelt shows nowhere
 * until a request is due: each mail to that operator fails. In production the service doesn't start with such.
 */
@ApplicationScoped
class OperatorsCheck {

    private static final String NOT_SAID =
            "sigap.operators.%1$s.email is not set (or SIGAP_OPERATORS_%1$s_EMAIL): the mailbox that its requests go to; none if it takes no mail and reads its topic alone";
    private static final String UNKNOWN =
            "sigap.operators.%s: the directory knows no such operator; those that can be asked today are %s";

    private final OperatorsConfig operators;
    private final OperatorDirectory directory;
    private final Clock clock;

    OperatorsCheck(OperatorsConfig operators, OperatorDirectory directory, Clock clock) {
        this.operators = operators;
        this.directory = directory;
        this.clock = clock;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (LaunchMode.current().isDevOrTest()) {
            return;
        }
        List<String> faults = faults(operators, directory, Jakarta.dayOf(clock.instant()));
        if (!faults.isEmpty()) {
            throw new StartRefused(faults);
        }
    }

    static List<String> faults(OperatorsConfig operators, OperatorDirectory directory, LocalDate today) {
        List<String> faults = new ArrayList<>();
        List<String> asked = directory.inForceOn(today).stream()
                .map(Allocation::operator)
                .map(OperatorCode::value)
                .distinct()
                .sorted()
                .toList();
        operators.contacts().keySet().stream()
                .filter(name -> directory.named(name).isEmpty())
                .sorted()
                .forEach(name -> faults.add(UNKNOWN.formatted(name, String.join(", ", asked))));
        asked.stream()
                .filter(code -> operators.mailboxOf(new OperatorCode(code)).isEmpty())
                .forEach(code -> faults.add(NOT_SAID.formatted(code)));
        return faults;
    }
}
