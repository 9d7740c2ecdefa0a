package id.sigap.intake.form;

import id.sigap.events.SuspectNumber;
import id.sigap.mail.MailAddress;
import id.sigap.phone.PhoneNumbers;
import id.sigap.phone.Suspect;
import id.sigap.phone.UnreadableNumber;
import id.sigap.service.Refusal;
import id.sigap.service.Refusal.FieldError;
import id.sigap.text.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the fields of a form and keeps what is wrong with each. */
public final class Findings {

    private static final int LONGEST_EMAIL = 254;

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
        return text(field, value, 1, longest, TypedText::isLine);
    }

    /** A text of any number of lines. Lengths in characters as people count them; a line end is one, and what can't be seen makes no text long enough. */
    public String text(String field, String value, int shortest, int longest) {
        return text(field, value, shortest, longest, TypedText::isLines);
    }

    private String text(String field, String value, int shortest, int longest, Predicate<String> storable) {
        if (TypedText.isBlank(value)) {
            wrong(field, "required");
            return "";
        }
        String text = TypedText.trimmed(TypedText.withOneLineEnd(value));
        if (TypedText.length(TypedText.plain(text)) < shortest) {
            wrong(field, "too-short", shortest);
        } else if (TypedText.length(text) > longest) {
            wrong(field, "too-long", longest);
        } else if (!storable.test(text)) {
            wrong(field, "control-characters");
        }
        return text;
    }

    /** The address of a mailbox, as it was typed but for what can't be seen; empty if it is missing or none. */
    public String email(String field, String value) {
        String email = line(field, value, LONGEST_EMAIL);
        if (email.isEmpty() || hasFault(field)) {
            return "";
        }
        try {
            return MailAddress.of(email).value();
        } catch (IllegalArgumentException _) {
            wrong(field, "not-an-email");
            return "";
        }
    }

    /** A telephone number, as people type it; empty if it is missing or unreadable. */
    public Optional<SuspectNumber> number(String field, String value) {
        return read(field, value, PhoneNumbers::read);
    }

    /** A telephone number, or the name a text message came under; empty if it is missing or unreadable. */
    public Optional<Suspect> suspect(String field, String value) {
        return read(field, value, Suspect::read);
    }

    private <T> Optional<T> read(String field, String value, Function<String, T> reader) {
        if (TypedText.isBlank(value)) {
            wrong(field, "required");
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value));
        } catch (UnreadableNumber e) {
            wrong(field, e.code());
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
}
