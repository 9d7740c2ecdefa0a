package id.sigap.notifier.operators;

import id.sigap.mail.MailAddress;
import java.util.Optional;

/**
 * Where an operator takes mail, as a deployer says it.
 *
 * @param address empty if it was said that it takes none, and is told on its topic alone
 */
public record OperatorMailbox(Optional<MailAddress> address) {

    private static final String NONE = "none";

    /** For the configuration, which looks for this name. @throws IllegalArgumentException if it is neither {@code none} nor one plain address */
    public static OperatorMailbox of(String said) {
        return new OperatorMailbox(said.equals(NONE) ? Optional.empty() : Optional.of(MailAddress.of(said)));
    }
}
