package id.sigap.local.demo;

import java.util.Locale;

/** What is known of an operator from outside. */
final class Operators {

    private Operators() {}

    /** Where its requests are mailed in the local stack. */
    static String mailOf(String operator) {
        return "block-desk@" + operator.toLowerCase(Locale.ROOT) + ".example";
    }
}
