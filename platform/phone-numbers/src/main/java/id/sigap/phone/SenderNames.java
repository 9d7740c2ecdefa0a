package id.sigap.phone;

import id.sigap.events.SenderName;
import id.sigap.text.TypedText;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the name that a text message shows in its sender's place. */
final class SenderNames {

    /**
     * A number with a slip in it ({@code 0811-0000-O42}, {@code 08one}) must be mended, and a number beside something else ({@code CS (0811)},
     * {@code WA/0811}) told from it: neither is taken for a name.
     */
    private static final Pattern MEANT_AS_NUMBER =
            Pattern.compile("0[0-9].*|O[0-9]{2}.*|(?:[^0-9]*[0-9]){7}.*|.*[(/] ?\\+?(?:0|62)[0-9]{2}.*");

    /** Of these letters text messages have only the small form, however they were typed. */
    private static final String BORNE_SMALL = "ÀÈÌÒÙ";

    private SenderNames() {}

    /** In capitals, as people compare them: what was typed is kept elsewhere. Empty if no text message can bear that name. */
    static Optional<SenderName> read(String asTyped) {
        if (TypedText.isBlank(asTyped) || asTyped.length() > TypedNumber.LONGEST) {
            return Optional.empty();
        }
        String name = Normalizer.normalize(TypedText.plain(asTyped), Form.NFC).replaceAll(" +", " ");
        if (MEANT_AS_NUMBER.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SenderName(capitals(name)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String capitals(String name) {
        return name.codePoints()
                .map(Character::toUpperCase)
                .map(capital -> BORNE_SMALL.indexOf(capital) >= 0 ? Character.toLowerCase(capital) : capital)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
