package id.sigap.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a mail didn't leave, in words that may stand in a log and an event. What a mail server says is a stranger's text: it repeats the address, and
 * breaks lines.
 */
public final class MailFailure {

    /** RFC 3463, at the beginning of a reply: class, subject, detail. */
    private static final Pattern ENHANCED =
            Pattern.compile("^(?:[245][0-9]{2}[ -])?([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?!\\S)");

    private MailFailure() {}

    /** Such as {@code SMTP 550 5.1.1}; of what is no reply, what kind of failure it was. */
    public static String words(Throwable failure) {
        return failure instanceof SMTPException reply
                ? "SMTP " + reply.getReplyCode() + enhanced(reply)
                : failure.getClass().getSimpleName();
    }

    private static String enhanced(SMTPException reply) {
        String text = reply.getReplyMessage();
        Matcher status = ENHANCED.matcher(text == null ? "" : text);
        return status.find() ? " " + status.group(1) : "";
    }
}
