package id.sigap.notifier.operators;

import id.sigap.events.OperatorCode;
import id.sigap.mail.MailAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** Where each operator is reached, by its code: {@code sigap.operators.TELKOMSEL.email=abuse@…}. */
@ConfigMapping(prefix = "sigap.operators")
public interface OperatorsConfig {

    @WithParentName
    Map<String, Contact> contacts();

    /** One operator's addresses. Its topics follow from its code. */
    interface Contact {

        /** The mailbox its requests go to. */
        Optional<MailAddress> email();
    }

    /** Empty if nobody has said where that operator takes mail. */
    default Optional<MailAddress> mailboxOf(OperatorCode operator) {
        return Optional.ofNullable(contacts().get(operator.value())).flatMap(Contact::email);
    }
}
