package id.sigap.mail;

import id.sigap.text.TypedText;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One mailbox, checked before it comes near a header: no line break and no second recipient ever gets into one. The local part is RFC 5321's
 * {@code Dot-string}; the domain has at least two labels, in any script (RFC 3490), each as the domain name system takes it.
 *
 * @param value such as {@code abuse@operator.example} or {@code laporan@contoh.இந்தியா}
 */
public record MailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LABEL = 63;
    /** One provider, to whom dots in a name mean nothing. */
    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

    private static final Pattern DOT_STRING =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final String LABEL = "(?!-)[A-Za-z0-9-]{1," + LONGEST_LABEL + "}(?<!-)";
    /** A top-level domain of digits alone would be an address of the network. */
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+(?=[A-Za-z])" + LABEL);

    /** @throws IllegalArgumentException if the value is not one plain address */
    public MailAddress {
        if (value == null || !isOne(value)) {
            throw new IllegalArgumentException("not one plain mail address");
        }
    }

    /** As it was typed or pasted; for the configuration, which looks for this name, too. */
    public static MailAddress of(String typed) {
        return new MailAddress(TypedText.plain(typed));
    }

    /** As mail servers take it: the domain in ASCII. */
    public String ascii() {
        int at = value.lastIndexOf('@');
        return value.substring(0, at + 1) + ascii(value.substring(at + 1));
    }

    /** The mailbox that it leads to, as far as that can be told: {@code a.b+c@gmail.com} is {@code ab@gmail.com}. For counting, not for sending. */
    public String mailbox() {
        String plain = ascii().toLowerCase(Locale.ROOT);
        int at = plain.lastIndexOf('@');
        String domain = plain.substring(at + 1);
        String name = plain.substring(0, at).replaceFirst("(?<=.)\\+.*", "");
        return GMAIL.contains(domain) ? name.replace(".", "") + "@gmail.com" : name + "@" + domain;
    }

    private static boolean isOne(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0
                || at > LONGEST_LOCAL_PART
                || !DOT_STRING.matcher(text.substring(0, at)).matches()) {
            return false;
        }
        String typed = text.substring(at + 1);
        try {
            String domain = ascii(typed);
            return at + 1 + domain.length() <= LONGEST
                    && DOMAIN.matcher(domain).matches()
                    && isSame(typed, IDN.toUnicode(domain));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String ascii(String domain) {
        return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES);
    }

    /** Java knows the older rules, by which {@code ß} becomes {@code ss}: by the newer that is somebody else's domain. */
    private static boolean isSame(String typed, String asked) {
        return typed.startsWith("xn--")
                || typed.contains(".xn--")
                || Normalizer.normalize(typed, Normalizer.Form.NFKC).equalsIgnoreCase(asked);
    }

    @Override
    public String toString() {
        return value;
    }
}
