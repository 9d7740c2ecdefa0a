package id.sigap.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import id.sigap.events.SuspectNumber;
import id.sigap.events.SuspectNumber.Kind;
import id.sigap.phone.UnreadableNumber.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a number as people in Indonesia type it: {@code 0811-0000-001}, {@code +62 811 0000 001}, {@code 62811…}, {@code wa.me/62811…}, with
 * full-width or Arabic digits; also foreign numbers, landlines and short codes. The numbering plan decides what is one, and nothing is guessed:
 * a wrong digit would block a stranger. Validity is not allocation: whose number it is, only ticket-service's directory says.
 */
public final class PhoneNumbers {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String HOME = "ID";
    private static final String COUNTRY_CODE = "62";
    /** What may be left of a second number behind a whole one: {@code 0811-0000-042-43}. */
    private static final int LONGEST_LEFTOVER = 3;

    private static final Pattern E164 = Pattern.compile("\\+[0-9]{7,15}");
    private static final Pattern SHORT_CODE = Pattern.compile("[1-9][0-9]{1,5}");

    private PhoneNumbers() {}

    /** @throws UnreadableNumber if it is no telephone number in any form, or more than one */
    public static SuspectNumber read(String asTyped) {
        TypedNumber typed = TypedNumber.read(asTyped);
        if (!typed.international()
                && typed.groups().size() == 1
                && SHORT_CODE.matcher(typed.digits()).matches()) {
            return new SuspectNumber(Kind.SHORT_CODE, typed.digits());
        }
        PhoneNumber number = valid(typed);
        if (isAtHome(number) && isFollowedByAnother(typed)) {
            throw new UnreadableNumber(Fault.MORE_THAN_ONE_NUMBER);
        }
        return new SuspectNumber(kind(number), LIBRARY.format(number, PhoneNumberFormat.E164));
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

    private static PhoneNumber valid(TypedNumber typed) {
        return parsed(typed).orElseThrow(() -> new UnreadableNumber(Fault.NO_NUMBER));
    }

    /** @throws UnreadableNumber if it could be a number of two countries */
    private static Optional<PhoneNumber> parsed(TypedNumber typed) {
        String digits = typed.digits();
        // without its plus the country's code is what chat apps show
        if (typed.international() || digits.startsWith(COUNTRY_CODE)) {
            return parsed("+" + digits);
        }
        if (digits.startsWith("00")) {
            return Optional.empty();
        }
        Optional<PhoneNumber> domestic = parsed(digits);
        if (domestic.isPresent()
                && !digits.startsWith("0")
                && parsed("+" + digits).isPresent()) {
            throw new UnreadableNumber(Fault.AMBIGUOUS);
        }
        return domestic;
    }

    /** Empty if no numbering plan has it, or one that knows longer and shorter ones than may be dialled from abroad. */
    private static Optional<PhoneNumber> parsed(String digits) {
        try {
            return Optional.of(LIBRARY.parse(digits, HOME))
                    .filter(LIBRARY::isValidNumber)
                    .filter(number -> E164.matcher(LIBRARY.format(number, PhoneNumberFormat.E164))
                            .matches());
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    /** Some groups are a whole number already, and what follows may be the end of a second one: all but numbers said in pairs throughout. */
    private static boolean isFollowedByAnother(TypedNumber typed) {
        if (typed.isInPairs()) {
            return false;
        }
        List<String> groups = typed.groups();
        int leftover = 0;
        for (int whole = groups.size() - 1; whole > 0; whole--) {
            leftover += groups.get(whole).length();
            if (leftover > LONGEST_LEFTOVER) {
                return false;
            }
            if (parsed(typed.first(whole)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAtHome(PhoneNumber number) {
        return HOME.equals(LIBRARY.getRegionCodeForNumber(number));
    }

    private static Kind kind(PhoneNumber number) {
        if (!isAtHome(number)) {
            return Kind.FOREIGN;
        }
        return LIBRARY.getNumberType(number) == PhoneNumberType.MOBILE ? Kind.DOMESTIC_MOBILE : Kind.DOMESTIC_LANDLINE;
    }
}
