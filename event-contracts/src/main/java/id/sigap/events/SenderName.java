package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name that a text message shows in its sender's place, such as {@code BANK-CONTOH}. Whoever sends may call themselves so: it leads to no
 * subscriber, and no operator can block it as a number.
 *
 * @param value 1 to 11 letters, digits and marks, a letter among them, as the networks carry it (3GPP TS 23.040, 9.1.2.5)
 */
public record SenderName(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 ._&+'!*#-]{0,10}");

    /** @throws IllegalArgumentException if no text message can bear that name */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SenderName {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a text message's sender");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
