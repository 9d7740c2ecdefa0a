package id.sigap.local.actors;

import java.util.Locale;

/** What is known of an operator from outside. */
public final class Operators {

    private Operators() {}

    /** Where its requests are mailed in the local stack. */
    public static String mailOf(String operator) {
        return "block-desk@" + operator.toLowerCase(Locale.ROOT) + ".example";
    }
}
