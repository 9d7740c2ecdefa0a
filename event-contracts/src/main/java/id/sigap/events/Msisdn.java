package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An Indonesian mobile number in E.164 form, such as {@code +628110000001}: the only kind of number an operator can be asked to block.
 *
 * @param value {@code +628} and 7 to 11 digits
 */
public record Msisdn(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("\\+628[0-9]{7,11}");

    /** @throws IllegalArgumentException if the value is not of that form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Msisdn {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an Indonesian mobile number in E.164 form");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
