package id.sigap.local.repair;

import java.util.regex.Pattern;

/** Text that came from outside, as it may be shown: what looks like a phone number or an e-mail address is covered. */
public final class Masked {

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    // Seven digits and more, with the usual separators; not in the middle of an id or another word.
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])\\+?\\d(?:[ .()/-]{0,2}\\d){6,}(?![\\w-])");

    // A JSON parser quotes what it stumbled over.
    private static final Pattern TOKEN = Pattern.compile("token '[^']*'");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private Masked() {}

    /** One line of it. */
    public static String text(String text) {
        String line = CONTROL.matcher(text).replaceAll(" ");
        String quoteless = TOKEN.matcher(line).replaceAll("token '…'");
        return NUMBER.matcher(MAIL.matcher(quoteless).replaceAll("…@…")).replaceAll("…number…");
    }

    /** The same, cut at so many characters. */
    public static String text(String text, int longest) {
        String masked = text(text);
        return masked.length() <= longest ? masked : masked.substring(0, longest - 1) + "…";
    }
}
