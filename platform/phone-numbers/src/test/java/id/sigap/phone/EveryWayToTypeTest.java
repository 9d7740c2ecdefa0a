package id.sigap.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.sigap.events.SuspectNumber;
import id.sigap.events.SuspectNumber.Kind;
import id.sigap.phone.UnreadableNumber.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number in every form, between every separator, in every script of digits, with every mark that is not drawn; and never two as one. */
@Tag("quick")
class EveryWayToTypeTest {

    /** In groups, as people say them; the first has the country's code before it or a zero. */
    private static final List<Number> NUMBERS = List.of(
            new Number(Kind.DOMESTIC_MOBILE, "811", "000", "042"),
            new Number(Kind.DOMESTIC_MOBILE, "811", "0000", "042"),
            new Number(Kind.DOMESTIC_MOBILE, "811", "0000", "0042"),
            new Number(Kind.DOMESTIC_MOBILE, "811", "0000", "00042"),
            new Number(Kind.DOMESTIC_MOBILE, "811", "00", "00", "00", "42"),
            new Number(Kind.DOMESTIC_MOBILE, "895", "00000", "0042"),
            new Number(Kind.DOMESTIC_MOBILE, "817", "00000042"),
            new Number(Kind.DOMESTIC_MOBILE, "8551", "5000", "042"),
            new Number(Kind.DOMESTIC_LANDLINE, "21", "555", "0000"),
            new Number(Kind.DOMESTIC_LANDLINE, "274", "512", "000"),
            new Number(Kind.DOMESTIC_LANDLINE, "800", "1", "000000"));

    private static final List<String> DASHES =
            List.of("-", "‐", "‑", "‒", "–", "—", "―", "−", "－", "﹣", "⁃", "﹘", "\u00ad-", " - ", " – ");
    private static final List<String> DOTS = List.of(".", "．");

    private static final List<String> NOT_DRAWN = Stream.of(
                    0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202D, 0x202E,
                    0x2060, 0x2066, 0x2069, 0x3164, 0xFE0E, 0xFE0F, 0xFEFF, 0xFFA0, 0xE0020, 0xE0100)
            .map(Character::toString)
            .toList();

    /** Zero in every script that Unicode has digits of. */
    private static final List<Integer> ZEROS = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER && Character.digit(c, 10) == 0)
            .boxed()
            .toList();

    private record Number(Kind kind, List<String> groups) {

        Number(Kind kind, String... groups) {
            this(kind, List.of(groups));
        }

        SuspectNumber read() {
            return new SuspectNumber(kind, "+62" + String.join("", groups));
        }

        String between(String separator) {
            return String.join(separator, groups);
        }

        /** With a zero, with the country's code, as links and chat apps have it. */
        List<String> forms(String separator) {
            String rest = between(separator);
            String behindArea = String.join(separator, groups.subList(1, groups.size()));
            return List.of(
                    "0" + rest,
                    "+62" + rest,
                    "+62" + separator + rest,
                    "62" + separator + rest,
                    "0062" + separator + rest,
                    "+62 0" + rest,
                    "+62 (0) " + rest,
                    "(+62) " + rest,
                    "(0" + groups.getFirst() + ") " + behindArea,
                    "+62 (" + groups.getFirst() + ")" + behindArea);
        }
    }

    static List<Number> everyNumber() {
        return NUMBERS;
    }

    @ParameterizedTest
    @MethodSource("everyNumber")
    void separators_makeNoDifference(Number number) {
        assertReadAlike(number, everySeparator().flatMap(separator -> number.forms(separator).stream()));
    }

    @ParameterizedTest
    @MethodSource("everyNumber")
    void digitsOfEveryScript_makeNoDifference(Number number) {
        assertReadAlike(number, ZEROS.stream().flatMap(zero -> number.forms("-").stream()
                .map(form -> inDigitsOf(zero, form))));
    }

    @ParameterizedTest
    @MethodSource("everyNumber")
    void marksThatAreNotDrawn_makeNoDifference_wherever(Number number) {
        assertReadAlike(number, NOT_DRAWN.stream().flatMap(mark -> number.forms("-").stream()
                .flatMap(form -> Stream.of(mark + form, form + mark, between(form, mark)))));
    }

    @ParameterizedTest
    @MethodSource("everyNumber")
    void wordsAndLinksAroundIt_makeNoDifference(Number number) {
        String plain = "62" + number.between("");
        Stream<String> links = Stream.of(
                "wa.me/" + plain,
                "https://wa.me/" + plain,
                "HTTPS://WA.ME/+" + plain + "/",
                "http://www.wa.me/" + plain + "?text=Halo%20081234",
                "wa.me/+62 " + number.between("-"),
                "https://wa.me/%2B" + plain,
                "https://api.whatsapp.com/send?phone=" + plain + "&text=Halo",
                "https://api.whatsapp.com/send/?phone=%2B" + plain + "&text&type=phone_number",
                "whatsapp://send?phone=" + plain,
                "tel:+" + plain,
                "tel:+62-" + number.between("-"),
                "sms:0" + number.between(""),
                "sms:+" + plain + "?body=Halo%20081234",
                "sms:%2B" + plain + "&body=Halo");
        Stream<String> words = Stream.of(
                        "WA: ",
                        "wa ",
                        "WA.",
                        "No. ",
                        "No HP: ",
                        "Nomor WA : ",
                        "HP ",
                        "Telp. ",
                        "Tel: ",
                        "WhatsApp: ",
                        "Phone: ",
                        "SMS ",
                        "HP/WA: ",
                        "No. HP / WA ",
                        "CP ",
                        "Kontak: ",
                        "📞 ",
                        "☎️")
                .flatMap(word -> number.forms(" ").stream().map(form -> word + form));
        Stream<String> ends = number.forms("-").stream().flatMap(form -> Stream.of(form + ".", "\n " + form + "\r\n"));
        assertReadAlike(number, Stream.of(links, words, ends).flatMap(all -> all));
    }

    /** The desk's form is filled with a number as it is shown, and sends it back. */
    @Test
    void numberAsItIsShown_isReadAgain() {
        Stream<String> mobiles = IntStream.rangeClosed(11, 99).boxed().flatMap(prefix -> IntStream.rangeClosed(6, 9)
                .mapToObj(rest -> "08" + prefix + "0".repeat(rest - 1) + "1"));
        Stream<String> landlines = IntStream.rangeClosed(210, 999).boxed().flatMap(area -> IntStream.rangeClosed(5, 8)
                .mapToObj(rest -> "0" + area + "5" + "0".repeat(rest - 1)));
        Stream<String> others =
                Stream.of("+12025550143", "+442079460000", "+4930123456", "+33123456789", "1500000", "110");
        var read = Stream.of(mobiles, landlines, others)
                .flatMap(all -> all)
                .flatMap(typed -> readable(typed).stream())
                .toList();
        assertThat(read).hasSizeGreaterThan(1000).allSatisfy(number -> assertThat(
                        PhoneNumbers.read(PhoneNumbers.shown(number)))
                .isEqualTo(number));
    }

    private static Optional<SuspectNumber> readable(String typed) {
        try {
            return Optional.of(PhoneNumbers.read(typed));
        } catch (UnreadableNumber _) {
            return Optional.empty();
        }
    }

    @Test
    void twoNumbersInOneField_areNeverOne() {
        List<String> between = List.of(
                "/", " / ", ",", ", ", ";", " & ", "|", "\n", "\r\n", " atau ", " dan ", " or ", " and ", "~", "〜",
                " s/d ", " x", " ext. ", "#", "*", "+", ":", " (", "=", "_", "\\", "⁄", "／", "，", "、", "؛", "·", " - ",
                "-", " ", ".");
        for (Number number : NUMBERS) {
            String first = "0" + number.between("-");
            for (String mark : between) {
                for (String second : List.of("08110000043", "0811-0000-043", "+62 811 0000 043", "021-5550001")) {
                    assertRefused(first + mark + second);
                    assertRefused("0" + number.between("") + mark + second);
                    assertRefused("HP/WA: " + first + mark + second);
                    assertRefused("wa.me/+62 " + number.between("-") + mark + second);
                    assertRefused("sms:" + first + mark + second);
                }
            }
        }
    }

    @Test
    void endingOfASecondNumber_isNeverJoinedToTheFirst() {
        List<String> between = List.of(
                "/", " / ", ",", ", ", ";", "&", "|", "\n", " atau ", " dan ", " or ", "~", "〜", " x", " ext ",
                " ext. ", "#", "*", "+", ":", " (", "=", "_", "⁄", "／", "，", "、", " - ", "-", " ", ".", "–", "\u00a0");
        List<String> firsts = List.of(
                "0811-0000-042",
                "08110000042",
                "0811 0000 042",
                "0811-0000-42",
                "0811 0000 42",
                "0811-000-042",
                "0811 000 042",
                "+62 811-0000-042",
                "62811-0000-042",
                "0812-0000-0001",
                "(021) 5550000");
        for (String first : firsts) {
            for (String mark : between) {
                for (String ending : List.of("2", "43", "043")) {
                    assertRefused(first + mark + ending);
                }
            }
        }
    }

    @Test
    void aLinkToTwoNumbers_isNotOne() {
        assertThatExceptionOfType(UnreadableNumber.class)
                .isThrownBy(() -> PhoneNumbers.read(
                        "https://api.whatsapp.com/send?phone=6281100000042&text=Halo&phone=6281200000043"))
                .returns(Fault.MORE_THAN_ONE_NUMBER, UnreadableNumber::fault);
    }

    /** Some plans know numbers that E.164 doesn't. */
    @ParameterizedTest
    @ValueSource(strings = {"+49 30 1234567890123", "+43 1 110"})
    void aNumberLongerOrShorterThanAny_isNone(String typed) {
        assertThatExceptionOfType(UnreadableNumber.class)
                .isThrownBy(() -> PhoneNumbers.read(typed))
                .returns(Fault.NO_NUMBER, UnreadableNumber::fault);
    }

    @Test
    void pairsThatEndOtherwiseThanTheyBegan_areNotOneNumber() {
        assertRefused("0811 00 00 00 - 42");
        assertRefused("0811 00 00 00 42 43");
        assertRefused("0811 00 00 00 42 - 43");
    }

    @Test
    void wordsBesideANumber_areToldAsThat() {
        for (String beside : List.of(" (WA)", " a.n. Budi", " bank", ";ext=12", " ext 12", "x12", " 📞")) {
            assertThatExceptionOfType(UnreadableNumber.class)
                    .as(beside)
                    .isThrownBy(() -> PhoneNumbers.read("0811-0000-0042" + beside))
                    .returns(Fault.MORE_THAN_ONE_NUMBER, UnreadableNumber::fault);
        }
    }

    private static Stream<String> everySeparator() {
        Stream<String> spaces = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR)
                .mapToObj(Character::toString);
        return Stream.of(Stream.of("", "  "), spaces, DASHES.stream(), DOTS.stream())
                .flatMap(all -> all);
    }

    private static String inDigitsOf(int zero, String text) {
        return map(text, c -> c.matches("[0-9]") ? Character.toString(zero + Integer.parseInt(c)) : c);
    }

    private static String between(String text, String mark) {
        return map(text, c -> c + mark);
    }

    private static String map(String text, UnaryOperator<String> each) {
        return text.codePoints().mapToObj(Character::toString).map(each).reduce("", String::concat);
    }

    private static void assertReadAlike(Number number, Stream<String> asTyped) {
        var otherwise = new ArrayList<String>();
        asTyped.forEach(typed -> {
            try {
                if (!PhoneNumbers.read(typed).equals(number.read())) {
                    otherwise.add(typed + " was read as " + PhoneNumbers.read(typed));
                }
            } catch (UnreadableNumber refused) {
                otherwise.add(typed + " was refused: " + refused.fault());
            }
        });
        assertThat(otherwise).isEmpty();
    }

    private static void assertRefused(String typed) {
        assertThatExceptionOfType(UnreadableNumber.class).as(typed).isThrownBy(() -> PhoneNumbers.read(typed));
    }
}
