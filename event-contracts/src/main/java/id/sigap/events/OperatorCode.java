package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A telecom operator of record, such as {@code TELKOMSEL}.
 *
 * @param value 2 to 20 capital letters and digits, a letter first; its lower case stands in the operator's topic names
 */
public record OperatorCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,19}");

    /** @throws IllegalArgumentException if the value is not of that form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OperatorCode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an operator code: 2 to 20 capital letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
