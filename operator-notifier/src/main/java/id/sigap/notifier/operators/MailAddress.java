package id.sigap.notifier.operators;

import java.util.regex.Pattern;

/**
 * One mailbox. Checked when the service starts, so that no line break or second recipient ever gets into a header.
 *
 * @param value such as {@code abuse@operator.example}
 */
public record MailAddress(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}");

    /** @throws IllegalArgumentException if the value is not one plain address */
    public MailAddress {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not one plain mail address");
        }
    }

    /** For the configuration, which looks for this name. */
    public static MailAddress of(String text) {
        return new MailAddress(text.strip());
    }

    @Override
    public String toString() {
        return value;
    }
}
