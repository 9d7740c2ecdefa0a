package id.sigap.phone;

import id.sigap.phone.UnreadableNumber.Fault;
import id.sigap.text.TypedText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number as it was typed: groups of digits between blanks, dashes and dots, perhaps behind a plus sign, a word that says what it is
 * ({@code HP/WA: …}) or in a link ({@code wa.me/…}). Any other mark means something, so nothing is joined over it.
 *
 * @param international it began with a plus sign, or with the 00 that stands for it
 * @param groups of digits, in their order
 * @param separators between them
 */
record TypedNumber(boolean international, List<String> groups, List<String> separators) {

    /** So many are what follows a mobile's prefix. */
    private static final int PAIRS = 4;

    /** Longer than a chat's link with its number. */
    static final int LONGEST = 200;

    private static final Pattern CHAT_LINK = Pattern.compile(
            "(?:https?://)?(?:www\\.)?wa\\.me/(?:\\+|%2B)? ?([0-9]+(?:[ .-]+[0-9]+)*)/?(?:\\?.*)?"
                    + "|(?:whatsapp:/|(?:https?://)?(?:www\\.|api\\.|web\\.)?whatsapp\\.com)/send/?\\?(?!.*[?&]?phone=.*&phone=)(?:.*&)?phone=(?:\\+|%2B)?([0-9]+)(?:&.*)?",
            Pattern.CASE_INSENSITIVE);
    /** Behind the number there may be what the message shall say: {@code ?body=…}, on some phones {@code &body=…}. */
    private static final Pattern NUMBER_LINK =
            Pattern.compile("(?:tel|sms|smsto|callto|whatsapp):(?://)? ?([^?&]*)(?:[?&].*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern LABEL = Pattern.compile(
            "(?:(?:no|nomor|nomer|number|hp|ponsel|wa|whats ?app|tel|telp|telpon|telepon|tlp|cp|kontak|contact|phone|call|sms|[☎☏✆📞📱📲])[ .:/-]*)+(?=[+(0-9])",
            Pattern.CASE_INSENSITIVE);
    /** {@code (0811) …}, {@code (+62) …} and, behind the country's code, {@code +62 (811) …}: no other bracket holds a part of a number. */
    private static final Pattern AREA_IN_BRACKETS =
            Pattern.compile("^(\\+? ?(?:[0-9]{1,3} ?)?)\\( ?(\\+? ?[0-9]{1,5}) ?\\) ?[-.]? ?");

    private static final Pattern SEPARATOR = Pattern.compile(" ?[-.] ?| ");
    private static final Pattern ONE_NUMBER =
            Pattern.compile("\\+? ?[0-9]+(?:(?:" + SEPARATOR.pattern() + ")[0-9]+)*\\.?");
    /** 00 is dialled before a country's code in most countries; in Indonesia 008 and 009 are, so that what follows would be a guess. */
    private static final Pattern DIALLED_ABROAD = Pattern.compile("00[ -]?(?=[1-7])");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern SEVEN_DIGITS = Pattern.compile("(?:[^0-9]*[0-9]){7}");

    TypedNumber {
        groups = List.copyOf(groups);
        separators = List.copyOf(separators);
    }

    /** @throws UnreadableNumber if it is not digits, or more than one number */
    static TypedNumber read(String asTyped) {
        if (TypedText.isBlank(asTyped) || asTyped.length() > LONGEST) {
            throw new UnreadableNumber(Fault.NO_NUMBER);
        }
        String number = withoutBrackets(withoutLabel(TypedText.plain(asTyped).replaceAll(" +", " ")));
        if (!ONE_NUMBER.matcher(number).matches()) {
            boolean holdsOne = SEVEN_DIGITS.matcher(number).lookingAt();
            throw new UnreadableNumber(holdsOne ? Fault.MORE_THAN_ONE_NUMBER : Fault.NO_NUMBER);
        }
        Matcher abroad = DIALLED_ABROAD.matcher(number);
        boolean isDialledAbroad = abroad.lookingAt();
        String digits = (isDialledAbroad ? abroad.replaceFirst("") : number.replaceFirst("^\\+ ?", ""))
                .replaceFirst("\\.$", "");
        return new TypedNumber(
                isDialledAbroad || number.startsWith("+"),
                SEPARATOR.splitAsStream(digits).toList(),
                DIGITS.splitAsStream(digits).skip(1).toList());
    }

    /** {@code 0811 00 00 00 42}: nobody ends a second number like that. */
    boolean isInPairs() {
        int before = groups.size() - PAIRS - 1;
        return before >= 0
                && groups.get(before).length() != 2
                && groups.stream().skip(before + 1L).allMatch(group -> group.length() == 2)
                && separators.stream().skip(before + 1L).distinct().count() == 1;
    }

    String digits() {
        return String.join("", groups);
    }

    /** The first groups of it. */
    TypedNumber first(int count) {
        return new TypedNumber(international, groups.subList(0, count), separators.subList(0, count - 1));
    }

    static String withoutLabel(String typed) {
        Matcher link = CHAT_LINK.matcher(typed);
        if (link.matches()) {
            String number = link.group(1) != null ? link.group(1) : link.group(2);
            // a chat's links have the country's code, without its plus
            return number.startsWith("0") ? number : "+" + number;
        }
        Matcher address = NUMBER_LINK.matcher(typed);
        String number = address.matches() ? address.group(1).replaceFirst("^%2[Bb]", "+") : typed;
        Matcher label = LABEL.matcher(number);
        return label.lookingAt() ? label.replaceFirst("") : number;
    }

    private static String withoutBrackets(String typed) {
        return AREA_IN_BRACKETS.matcher(typed).replaceFirst(found -> found.group(1) + found.group(2) + " ");
    }
}
