package id.sigap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class TypedTextTest {

    /** Of Unicode's format characters, those that are drawn: they hold numbers of Arabic, Syriac, Kaithi, and Egyptian signs together. */
    private static final String DRAWN =
            "[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\ufff9-\\ufffb\\x{110bd}\\x{110cd}\\x{13430}-\\x{1343f}]";

    static Stream<String> everyMarkThatIsNotDrawn() {
        IntStream formats = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) == Character.FORMAT)
                .filter(c -> !Character.toString(c).matches(DRAWN));
        IntStream variations =
                IntStream.concat(IntStream.rangeClosed(0xFE00, 0xFE0F), IntStream.rangeClosed(0xE0100, 0xE01EF));
        IntStream fillers = IntStream.of(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x3164, 0xFFA0);
        return Stream.of(formats, variations, fillers)
                .flatMapToInt(marks -> marks)
                .mapToObj(Character::toString);
    }

    static Stream<String> everySpace() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))
                .mapToObj(Character::toString);
    }

    @Test
    void everyMarkThatIsNotDrawn_isNothing() {
        assertThat(everyMarkThatIsNotDrawn()).hasSizeGreaterThan(380).allSatisfy(mark -> {
            assertThat(TypedText.isBlank(mark)).isTrue();
            assertThat(TypedText.isBlank(" " + mark + mark)).isTrue();
            assertThat(TypedText.trimmed(mark + "a" + mark + "b" + mark)).isEqualTo("a" + mark + "b");
            assertThat(TypedText.plain(mark + "a" + mark + "b" + mark)).isEqualTo("ab");
        });
    }

    @Test
    void everySpace_isBlank_andPutsNothingAroundAText() {
        assertThat(everySpace()).hasSizeGreaterThan(25).allSatisfy(space -> {
            assertThat(TypedText.isBlank(space)).isTrue();
            assertThat(TypedText.trimmed(space + "a" + space + "b" + space)).isEqualTo("a" + space + "b");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " .", "\u3164x", "\ud83d\ude42", "\u0301", "\u0627", "\u2800\u2801"})
    void whatIsDrawn_isSomething(String text) {
        assertThat(TypedText.isBlank(text)).isFalse();
        assertThat(TypedText.trimmed(text)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
                    ０１２３,     0123
                    ٠١٢٣,        0123
                    ०१२३,        0123
                    𝟎𝟏𝟐𝟑,        0123
                    a–b—c−d‑e－f, a-b-c-d-e-f
                    ＋（１）：／,   '+(1):/'
                    'a\u00a0b\u2003c\u3000d', 'a b c d'
                    8²,          8²
                    ①,           ①
                    1〜2,         1〜2
                    ½,           ½
                    """)
    void plain_isAsAKeyboardHasIt(String text, String plain) {
        assertThat(TypedText.plain(text)).isEqualTo(plain);
    }

    static Stream<String> everyControlCharacter() {
        return IntStream.rangeClosed(0, 0x9F).filter(Character::isISOControl).mapToObj(Character::toString);
    }

    @Test
    void controlCharacter_isNoPartOfALine_andOnlyLayoutIsPartOfAText() {
        assertThat(everyControlCharacter()).hasSize(65).allSatisfy(control -> {
            assertThat(TypedText.isLine("a" + control + "b")).isFalse();
            assertThat(TypedText.isLines("a" + control + "b")).isEqualTo("\t\r\n".contains(control));
        });
    }

    @Test
    void separatorOfLines_isNoPartOfALine() {
        assertThat(TypedText.isLine("a\u2028b")).isFalse();
        assertThat(TypedText.isLine("a\u2029b")).isFalse();
        assertThat(TypedText.isLines("a\u2028b\u2029c")).isTrue();
    }

    @Test
    void halfOfACharacter_isNoText() {
        assertThat(TypedText.isLine("a\ud83d")).isFalse();
        assertThat(TypedText.isLines("a\ude42b")).isFalse();
        assertThat(TypedText.isLine("a\ud83d\ude42b")).isTrue();
    }

    @Test
    void lengthIsInCharacters_asPeopleCountThem() {
        assertThat(TypedText.length("é🙂")).isEqualTo(2);
        assertThat(TypedText.shortened("🙂🙂🙂", 2)).isEqualTo("🙂🙂");
        assertThat(TypedText.shortened("🙂", 2)).isEqualTo("🙂");
    }

    @Test
    void lineEnd_countsOnce_ofWhateverSystem() {
        assertThat(TypedText.withOneLineEnd("a\r\nb\rc\nd\r\n\r\ne")).isEqualTo("a\nb\nc\nd\n\ne");
    }
}
