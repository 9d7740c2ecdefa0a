package id.sigap.phone;

import id.sigap.events.SenderName;
import id.sigap.text.TypedText;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the name that a text message shows in its sender's place. */
final class SenderNames {

    /** With slips: an O for a zero, marks for digits that aren't known ({@code 811xxxx042}). */
    private static final String NOTHING_BUT_A_NUMBER = "(?=(?:[^0-9]*[0-9]){3})[+(]*[0-9][0-9XO*?_/().,+ -]*";
    /** As numbers begin, whatever follows: {@code 0811-0000-O42}, {@code 08one}, {@code O811}, {@code 62811BANK}. */
    private static final String BEGINS_AS_A_NUMBER = "[+(]*(?:0[0-9X]|O[0-9]{2}|62[ .()-]*8[0-9X]).*";
    /** {@code CS (0811)}, {@code WA/0811} */
    private static final String HOLDS_A_NUMBER = "(?:[^0-9]*[0-9]){7}.*|.*[(/] ?\\+?(?:0|62)[0-9]{2}.*";

    private static final Pattern MEANT_AS_NUMBER = Pattern.compile(
            NOTHING_BUT_A_NUMBER + "|" + BEGINS_AS_A_NUMBER + "|" + HOLDS_A_NUMBER, Pattern.CASE_INSENSITIVE);

    /** Of these letters text messages have only the small form, however they were typed. */
    private static final String BORNE_SMALL = "ÀÈÌÒÙ";

    private SenderNames() {}

    /** A number with a slip in it must be mended, and a number told from what stands beside it: neither is taken for a name. */
    static boolean isMeantAsNumber(String asTyped) {
        return !isNothing(asTyped)
                && MEANT_AS_NUMBER
                        .matcher(TypedNumber.withoutLabel(TypedText.plain(asTyped)))
                        .matches();
    }

    /** In capitals, as people compare them: what was typed is kept elsewhere. Empty if no text message can bear that name. */
    static Optional<SenderName> read(String asTyped) {
        if (isNothing(asTyped)) {
            return Optional.empty();
        }
        String name = Normalizer.normalize(TypedText.plain(asTyped), Form.NFC).replaceAll(" +", " ");
        try {
            return Optional.of(new SenderName(capitals(name)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isNothing(String asTyped) {
        return TypedText.isBlank(asTyped) || asTyped.length() > TypedNumber.LONGEST;
    }

    private static String capitals(String name) {
        return name.codePoints()
                .map(Character::toUpperCase)
                .map(capital -> BORNE_SMALL.indexOf(capital) >= 0 ? Character.toLowerCase(capital) : capital)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
