package id.sigap.ticket.ticket;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name officers and operators call a ticket by, such as {@code SGP-2026-000123}.
 *
 * @param value {@code SGP}, the year in Jakarta in which it was opened, and its place in that year, six digits or more
 */
public record TicketNumber(String value) {

    private static final Pattern FORM = Pattern.compile("SGP-[0-9]{4}-[0-9]{6,}");

    /** @throws IllegalArgumentException if the value is not of that form */
    public TicketNumber {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a ticket number");
        }
    }

    static TicketNumber of(int year, int place) {
        return new TicketNumber(String.format(Locale.ROOT, "SGP-%04d-%06d", year, place));
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
