package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A telecom operator of record, such as {@code TELKOMSEL}.
 *
 * @param value 2 to 20 capital letters and digits, a letter first; its lower case stands in the operator's topic names
 */
public record OperatorCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,19}");

    /** What Kafka users, consumer groups, topics and databases of ours are called, and what Kafka calls who didn't log in. */
    private static final Set<String> OURS =
            Set.of("ADMIN", "ANONYMOUS", "INTAKE", "NOTIFIER", "OPERATOR", "SIGAP", "SLA", "TICKET", "VERIFICATION");

    /** @throws IllegalArgumentException if the value is not of that form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OperatorCode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an operator code: 2 to 20 capital letters and digits");
        }
    }

    /**
     * Asked wherever an operator is made; a record or a token may say any code.
     *
     * @throws IllegalArgumentException if it is a name of our own, which an operator of that code would come to have
     */
    public void refuseIfOurs() {
        if (OURS.contains(value)) {
            throw new IllegalArgumentException(value
                    + " can't be an operator's code: its Kafka user, consumer groups and topics are named after it, and "
                    + value + " is a name of Sigap's own");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
