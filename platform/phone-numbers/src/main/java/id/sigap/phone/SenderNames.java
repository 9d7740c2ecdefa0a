package id.sigap.phone;

import id.sigap.events.SenderName;
import id.sigap.text.TypedText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the name that a text message shows in its sender's place. */
final class SenderNames {

    /** A number with a slip in it ({@code 0811-0000-O42}, {@code 08one}) must be mended, not taken for a name. */
    private static final Pattern MEANT_AS_NUMBER = Pattern.compile("0[0-9].*|O[0-9]{2}.*|(?:[^0-9]*[0-9]){7}.*");

    private SenderNames() {}

    /** In capitals, as people compare them: what was typed is kept elsewhere. Empty if no text message can bear that name. */
    static Optional<SenderName> read(String asTyped) {
        if (TypedText.isBlank(asTyped) || asTyped.length() > TypedNumber.LONGEST) {
            return Optional.empty();
        }
        String name = TypedText.trimmed(TypedText.plain(asTyped)).replaceAll(" +", " ");
        if (MEANT_AS_NUMBER.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SenderName(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
