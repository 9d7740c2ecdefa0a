package id.sigap.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import id.sigap.events.SuspectNumber;
import id.sigap.events.SuspectNumber.Kind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a number as people in Indonesia type it: {@code 0811-0000-001}, {@code +62 811 0000 001}, {@code 62811…}, with full-width or
 * Arabic digits; also foreign numbers, landlines and short codes. Validity is not allocation: whose number it is, only
 * ticket-service's directory says.
 */
public final class PhoneNumbers {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String HOME = "ID";
    private static final int COUNTRY_CODE = 62;
    /** Longer than any number with its decorations. */
    private static final int LONGEST_TYPED = 40;

    private static final Pattern NOT_A_NUMBER = Pattern.compile("[^0-9+()\\s./-]");
    private static final Pattern SHORT_CODE = Pattern.compile("[1-9][0-9]{1,5}");
    private static final Pattern MOBILE = Pattern.compile("\\+628[0-9]{7,11}");

    private PhoneNumbers() {}

    /** @throws UnreadableNumber if it is no telephone number in any form */
    public static SuspectNumber read(String asTyped) {
        String plain = plain(asTyped);
        String digits = plain.replaceAll("[^0-9+]", "");
        if (SHORT_CODE.matcher(digits).matches()) {
            return new SuspectNumber(Kind.SHORT_CODE, digits);
        }
        PhoneNumber number = parse(plain, digits);
        String e164 = LIBRARY.format(number, PhoneNumberFormat.E164);
        return new SuspectNumber(kind(number, e164), e164);
    }

    /** As people read it: {@code +62 811-0000-042}; a short code as it is. */
    public static String shown(SuspectNumber number) {
        return number.kind() == Kind.SHORT_CODE
                ? number.value()
                : LIBRARY.format(known(number), PhoneNumberFormat.INTERNATIONAL);
    }

    /** Under which brand its range is sold, as far as the library knows; whose number it is, only ticket-service's directory says. */
    public static Optional<String> brand(SuspectNumber number) {
        return number.blockable()
                .map(_ -> PhoneNumberToCarrierMapper.getInstance().getNameForNumber(known(number), Locale.ENGLISH))
                .filter(name -> !name.isBlank());
    }

    private static PhoneNumber known(SuspectNumber number) {
        try {
            return LIBRARY.parse(number.value(), HOME);
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("a number in E.164 form can be read", e);
        }
    }

    private static String plain(String asTyped) {
        if (asTyped == null || asTyped.isBlank()) {
            throw new UnreadableNumber("the number is empty");
        }
        // full-width plus and digits become ASCII; invisible direction marks go
        String folded = Normalizer.normalize(asTyped, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .strip();
        if (folded.length() > LONGEST_TYPED) {
            throw new UnreadableNumber("the number is too long");
        }
        var ascii = new StringBuilder(folded.length());
        folded.codePoints()
                .forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : dash(c)));
        String plain = ascii.toString();
        if (NOT_A_NUMBER.matcher(plain).find()) {
            throw new UnreadableNumber("a number has only digits, spaces, dashes and a plus sign");
        }
        return plain;
    }

    /** All Unicode dashes look alike to who types them. */
    private static int dash(int character) {
        return Character.getType(character) == Character.DASH_PUNCTUATION ? '-' : character;
    }

    private static PhoneNumber parse(String plain, String digits) {
        try {
            // 62811… without its plus is what chat apps show
            String typed = digits.startsWith("628") ? "+" + digits : plain;
            PhoneNumber number = LIBRARY.parse(typed, HOME);
            if (!LIBRARY.isPossibleNumber(number)) {
                throw new UnreadableNumber("the number is too short or too long");
            }
            return number;
        } catch (NumberParseException e) {
            throw new UnreadableNumber("not a telephone number");
        }
    }

    private static Kind kind(PhoneNumber number, String e164) {
        if (number.getCountryCode() != COUNTRY_CODE) {
            if (!LIBRARY.isValidNumber(number)) {
                throw new UnreadableNumber("no country has such a number");
            }
            return Kind.FOREIGN;
        }
        PhoneNumberType type = LIBRARY.getNumberType(number);
        // libphonenumber's length rules are narrower for some ranges than the numbering plan
        if (type == PhoneNumberType.MOBILE || MOBILE.matcher(e164).matches()) {
            return Kind.DOMESTIC_MOBILE;
        }
        if (!LIBRARY.isValidNumber(number)) {
            throw new UnreadableNumber("no Indonesian number looks like this");
        }
        return Kind.DOMESTIC_LANDLINE;
    }
}
