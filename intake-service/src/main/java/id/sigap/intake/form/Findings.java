package id.sigap.intake.form;

import id.sigap.events.SuspectNumber;
import id.sigap.phone.PhoneNumbers;
import id.sigap.phone.UnreadableNumber;
import id.sigap.service.Refusal;
import id.sigap.service.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the fields of a form and keeps what is wrong with each. */
public final class Findings {

    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.)+[A-Za-z]{2,63}");
    /** C0 and C1 control characters; a text of several lines may have tabs and line ends. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    private static final Pattern CONTROL_BUT_LAYOUT = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    private final List<FieldError> errors = new ArrayList<>();

    public void wrong(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, code, arguments));
    }

    public <T> Optional<T> required(String field, T value) {
        if (value == null) {
            wrong(field, "required");
        }
        return Optional.ofNullable(value);
    }

    /** One line of text, without blanks around it. */
    public String line(String field, String value, int longest) {
        return text(field, value, 1, longest, CONTROL);
    }

    /** A text of any number of lines. Lengths in characters as people count them. */
    public String text(String field, String value, int shortest, int longest) {
        return text(field, value, shortest, longest, CONTROL_BUT_LAYOUT);
    }

    private String text(String field, String value, int shortest, int longest, Pattern refused) {
        if (value == null || value.isBlank()) {
            wrong(field, "required");
            return "";
        }
        String text = LINE_END.matcher(value.strip()).replaceAll("\n"); // a form writes each as two characters
        int length = text.codePointCount(0, text.length());
        if (length < shortest) {
            wrong(field, "too-short", shortest);
        } else if (length > longest) {
            wrong(field, "too-long", longest);
        } else if (refused.matcher(text).find() || !isWellFormed(text)) {
            wrong(field, "control-characters");
        }
        return text;
    }

    public String email(String field, String value) {
        String email = line(field, value, LONGEST_EMAIL);
        if (!email.isEmpty() && !hasFault(field) && !EMAIL.matcher(email).matches()) {
            wrong(field, "not-an-email");
        }
        return email;
    }

    /** A telephone number, as people type it; empty if it is missing or unreadable. */
    public Optional<SuspectNumber> number(String field, String value) {
        if (value == null || value.isBlank()) {
            wrong(field, "required");
            return Optional.empty();
        }
        try {
            return Optional.of(PhoneNumbers.read(value));
        } catch (UnreadableNumber _) {
            wrong(field, "number-not-readable");
            return Optional.empty();
        }
    }

    /** Where somebody can be reached: any number but a short code. Its E.164 form. */
    public String contactNumber(String field, String value) {
        Optional<SuspectNumber> read = number(field, value);
        if (read.filter(number -> number.kind() == SuspectNumber.Kind.SHORT_CODE)
                .isPresent()) {
            wrong(field, "number-not-readable");
        }
        return read.map(SuspectNumber::value).orElse("");
    }

    /** @throws Refusal 400 naming every field that is wrong */
    public void settle() {
        if (!errors.isEmpty()) {
            throw Refusal.fields(List.copyOf(errors));
        }
    }

    private boolean hasFault(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }

    /** A lone surrogate can't be written as UTF-8. */
    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
