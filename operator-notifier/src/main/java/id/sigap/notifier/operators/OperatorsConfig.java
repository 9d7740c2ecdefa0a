package id.sigap.notifier.operators;

import id.sigap.events.OperatorCode;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** Where each operator is reached, by its code: {@code sigap.operators.TELKOMSEL.email=abuse@…}, in either case. */
@ConfigMapping(prefix = "sigap.operators")
public interface OperatorsConfig {

    @WithParentName
    Map<String, Contact> contacts();

    /** One operator's addresses. Its topics follow from its code. */
    interface Contact {

        /** The mailbox its requests go to; {@code none} if it takes no mail. */
        Optional<OperatorMailbox> email();
    }

    /** Empty if nobody has said where, or whether, that operator takes mail. */
    default Optional<OperatorMailbox> mailboxOf(OperatorCode operator) {
        // SIGAP_OPERATORS_TELKOMSEL_EMAIL arrives as telkomsel: an environment variable has one case for everything
        return contacts().entrySet().stream()
                .filter(contact -> contact.getKey().equalsIgnoreCase(operator.value()))
                .flatMap(contact -> contact.getValue().email().stream())
                .findFirst();
    }

    /** Whether that was said; of whom nothing was said, each mail fails where it is seen. */
    default boolean takesNoMail(OperatorCode operator) {
        return mailboxOf(operator)
                .filter(mailbox -> mailbox.address().isEmpty())
                .isPresent();
    }
}
