package id.sigap.local.actors;

import java.security.SecureRandom;

/**
 * Numbers that belong to nobody: zeros in the subscriber part of an allocated prefix, three digits at the end so that the demo can be
 * played again on the same data. Nobody is ever called.
 */
public final class FreeNumbers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final HelpDesk desk;

    public FreeNumbers(HelpDesk desk) {
        this.desk = desk;
    }

    /**
     * A number that has no ticket yet.
     *
     * @param prefix three digits after +62, such as 811
     */
    public String next(String prefix) {
        for (int attempt = 0; attempt < 50; attempt++) {
            String number = "+62%s00000%03d".formatted(prefix, RANDOM.nextInt(1000));
            if (desk.findsTickets(number).json().path("items").isEmpty()) {
                return number;
            }
        }
        throw new AssertionError("every number of +62" + prefix + " has a ticket; start afresh with --fresh");
    }
}
