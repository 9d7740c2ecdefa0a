package id.sigap.text;

import java.util.BitSet;

/** What single characters are to who reads them. */
final class Marks {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_AHEAD = 0xFF01 - '!';

    private static final int BRAILLE_BLANK = 0x2800;
    private static final int WAVE_DASH = 0x301C;
    private static final int WAVY_DASH = 0x3030;
    private static final int NEXT_LINE = 0x85;

    /** Unicode's Default_Ignorable_Code_Point, which the JDK doesn't name (DerivedCoreProperties.txt, Unicode 16): first and last of each range. */
    private static final int[] IGNORABLE = {
        0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F,
        0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8,
        0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    private static final BitSet INVISIBLE = new BitSet();

    static {
        for (int i = 0; i < IGNORABLE.length; i += 2) {
            INVISIBLE.set(IGNORABLE[i], IGNORABLE[i + 1] + 1);
        }
    }

    private Marks() {}

    /** Nothing is drawn for it, and no room is left. */
    static boolean isInvisible(int character) {
        return INVISIBLE.get(character);
    }

    /** Room without ink, whatever its width. */
    static boolean isSpace(int character) {
        return character == '\t' || Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    static boolean isLineEnd(int character) {
        return switch (Character.getType(character)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> character >= '\n' && character <= '\r' || character == NEXT_LINE;
        };
    }

    /** A reader sees nothing of it. */
    static boolean isBlank(int character) {
        return isInvisible(character)
                || isSpace(character)
                || isLineEnd(character)
                || Character.isWhitespace(character)
                || character == BRAILLE_BLANK;
    }

    /** A hyphen, a dash or a minus; not the wave, which means "to". */
    static boolean isDash(int character) {
        return switch (character) {
            case WAVE_DASH, WAVY_DASH -> false;
            // hyphen bullet, minus sign, superscript, subscript and modifier minus
            case 0x2043, 0x2212, 0x207B, 0x208B, 0x02D7 -> true;
            default -> Character.getType(character) == Character.DASH_PUNCTUATION;
        };
    }

    /** The same mark as a keyboard of letters has it: {@code ０} and {@code ٠} are {@code 0}, {@code –} is {@code -}, {@code ：} is {@code :}. */
    static int plain(int character) {
        if (isLineEnd(character)) {
            return '\n';
        }
        if (isSpace(character)) {
            return ' ';
        }
        if (isDash(character)) {
            return '-';
        }
        if (Character.isDigit(character)) {
            return '0' + Character.digit(character, 10);
        }
        if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
            return character - FULL_WIDTH_AHEAD;
        }
        return character;
    }
}
