package id.sigap.intake.form;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What makes a form one, however often it is sent. Whoever sends it again gets the receipt again, so it is one that a page made, too long to be
 * guessed; what somebody made up is none.
 */
public final class FormKey {

    private static final Pattern MADE_HERE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private FormKey() {}

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** Whether it looks as {@link #fresh} makes it. */
    public static boolean isOne(String text) {
        return text != null && MADE_HERE.matcher(text).matches();
    }
}
