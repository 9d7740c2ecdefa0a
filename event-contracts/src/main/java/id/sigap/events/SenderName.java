package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name that a text message shows in its sender's place, such as {@code BANK-CONTOH}. Whoever sends may call themselves so: it leads to no
 * subscriber, and no operator can block it as a number.
 *
 * @param value 1 to 11 characters of the networks' default alphabet, a letter among them, no blank at either end (3GPP TS 23.040, 9.1.2.5, and TS 23.038,
 *     6.2.1; of what only its extension has, no name is made)
 */
public record SenderName(@JsonValue String value) {

    private static final String LETTERS = "A-Za-zÄÖÑÜäöñüàèéùìòÇØøÅåÆæßÉΔΦΓΛΩΠΨΣΘΞ";
    private static final String DRAWN = LETTERS + "0-9@£$¥_!\"#¤%&'()*+,./:;<=>?¡§¿-";
    private static final Pattern FORM =
            Pattern.compile("(?=.*[%1$s])[%2$s](?:[ %2$s]{0,9}[%2$s])?".formatted(LETTERS, DRAWN));

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
