package id.sigap.text;

/** Reads text as who typed it sees it. */
public final class TypedText {

    private TypedText() {}

    /** Whether a reader would see nothing of it: no text, blanks, marks that are not drawn. */
    public static boolean isBlank(String text) {
        return text == null || text.codePoints().allMatch(Marks::isBlank);
    }

    /** Without what can't be seen before it and after it; what is between stays, for there it may shape letters. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Marks.isBlank(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && Marks.isBlank(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /**
     * For numbers, codes, references and addresses, which have no use for it: trimmed, without any mark that is not drawn, and each digit,
     * space, dash and full-width sign as a keyboard of letters has it. A superscript or a number in a circle stays what it is.
     */
    public static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> !Marks.isInvisible(character))
                .map(Marks::plain)
                .forEach(plain::appendCodePoint);
        return trimmed(plain.toString());
    }

    /** Each line end, of whatever system, as one character. */
    public static String withOneLineEnd(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** As people count, and JSON Schema: an emoji is one, not two. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The beginning of it; no character is cut in two. */
    public static String shortened(String text, int longest) {
        return length(text) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /** It can be stored and drawn as one line: no control character of ASCII or beyond, no line end, no half of a character. */
    public static boolean isLine(String text) {
        return text.codePoints().noneMatch(c -> isUnstorable(c) || c == '\t' || Marks.isLineEnd(c));
    }

    /** As {@link #isLine}, of any number of lines. */
    public static boolean isLines(String text) {
        return text.codePoints().noneMatch(c -> isUnstorable(c) && c != '\t' && c != '\n' && c != '\r');
    }

    private static boolean isUnstorable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
